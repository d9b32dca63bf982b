# 보관함에서 나간 것, 동의가 철회된 뒤의 편지.

custody-title = 내보낸 파일
custody-lede = 여기에서 만든 꾸러미와 검토본입니다. 새것부터 나옵니다. 만들 때마다 보관함에 기록되며 이 목록에서 삭제되지 않습니다.
custody-none = 이 보관함에서 내보낸 기록이 없습니다.
    .hint = 꾸러미나 검토본을 만들면 여기에 나타납니다.
custody-title-record = 내보낸 곳
custody-none-record = 이 기록은 이 보관함에서 나간 적이 없습니다.
custody-unreadable = 읽을 수 없는 항목이 { $count }개 있습니다. 여기에 나온 것보다 더 많은 파일이 나갔을 수 있습니다.
custody-in-bundle = 꾸러미
custody-in-review = 검토본
custody-in-unknown = 더 새로운 버전의 파일
custody-to = 받는 사람
custody-to-nobody = 암호 문구를 아는 사람
custody-purpose = 용도
custody-records = 기록
custody-package = 파일 ID
custody-sha = SHA-256
custody-copy = { $what } 복사
custody-withdrawn = 증언자가 동의를 철회했지만 이 기록은 이미 밖으로 나갔습니다.
    .hint = 철회한 용도로는 이제부터 이 기록이 아무 파일에도 들어가지 않습니다. 다른 사람이 가진 사본은 여기에서 삭제할 수 없으므로, 받은 사람마다 삭제를 부탁하십시오. 동료에게는 다음에 보내는 꾸러미로도 철회 사실이 전달됩니다.
custody-letter-write = 편지 쓰기
custody-letter-write-to = 받은 사람에게 편지 쓰기: { $name }
custody-letter = 받은 사람에게 보내는 편지
custody-letter-lede = 받는 사람: { $name }. 기록은 번호로만 나타내고 누구의 이름도 적지 않았습니다. 필요하면 고쳐 쓰십시오. 편지는 저장되지 않습니다.
custody-letter-language = 편지의 언어
custody-letter-ko = 한국어
custody-letter-en = English
custody-letter-label = 편지
custody-letter-copy = 편지 복사
custody-letter-print = 편지 인쇄
custody-letter-file = 파일: { $package }
    만든 날: { $date }
    기록: { $record }
    판: { $revision }
custody-letter-file-without-revision = 파일: { $package }
    만든 날: { $date }
    기록: { $record }
custody-letter-text = 동의 철회 안내

    저희가 보내 드린 기록 가운데 더는 이용할 수 없게 된 것이 있습니다. 그 기록에 대한 동의가 철회되었습니다.

    { $files }

    다음 사항을 지체 없이 처리해 주시기 바랍니다.

    1. 이 기록의 이용을 중단하고 다른 곳에 전달하지 마십시오.
    2. 위의 파일과 이 기록의 모든 사본, 인쇄물, 메모, 번역을 백업에 있는 것까지 삭제하거나 폐기해 주십시오.
    3. 이미 다른 곳에 전달하셨다면 그곳에도 같은 조치를 요청하시고, 어디인지 저희에게 알려 주십시오.
    4. 조치를 마친 날짜와 함께 처리 결과를 서면으로 알려 주십시오.

    일부라도 이미 공개하셨거나 기관에 제출하셨다면, 다른 조치에 앞서 저희에게 먼저 연락해 주십시오.

    답장에는 누구의 이름도 적지 마십시오. 위의 번호만으로 충분합니다.
