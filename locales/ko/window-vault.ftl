# 보관함을 만들고 열고 점검하는 화면.

vault-step = { $of }단계 중 { $number }단계

# 첫 보관함
vault-first-title = 보관함 만들기
vault-first-lede = 보관함은 이 컴퓨터에 있는 암호화된 폴더입니다. 증언을 비롯해 기록한 모든 것이 여기에 보관되며, 직접 보내지 않는 한 밖으로 나가지 않습니다.
vault-missing = 지난번에 쓰던 보관함({ $name })을 찾을 수 없습니다. USB 메모리에 있다면 꽂은 뒤 ‘{ vault-way-open }’를 선택하십시오.
vault-folder = 보관함 폴더
vault-folder-hint = 새 폴더나 빈 폴더여야 합니다. 인터넷에 자동으로 올라가는 폴더는 피하십시오.
vault-folder-empty = 폴더를 선택하십시오.
vault-folder-taken = 이 폴더에는 이미 보관함이 있습니다. 다른 폴더를 고르거나, 돌아가서 그 보관함을 여십시오.
vault-choose-title = 암호 문구
vault-choose-lede = 암호 문구로 보관함을 엽니다. 어디에도 저장되지 않으며 아무도 대신 찾아 줄 수 없습니다.
vault-passphrase-why = 무작위로 만든 단어들입니다. 사람이 생각해 낸 말은 남도 짐작할 수 있고, 때로는 몇 분이면 알아냅니다. 이 단어들은 그럴 수 없습니다. 외울 때까지 종이에 적어 두었다가, 외우면 그 종이를 없애십시오.
vault-passphrase-another = 다른 것으로 바꾸기
vault-passphrase-type-own = 직접 입력
vault-passphrase-offer = 무작위로 만들기
vault-passphrase-own = 암호 문구
vault-passphrase-own-hint = 서로 상관없는 단어를 여섯 개 이상 쓰십시오. 속담, 노래, 이름, 날짜는 피하십시오.
vault-passphrase-empty = 암호 문구를 입력하십시오.
vault-passphrase-weak = 추측하기 쉬운 암호 문구입니다. 노트북을 빼앗기면 모든 기록이 읽히고, 기록 속의 사람들이 위험해집니다.
vault-passphrase-weak-accept = 위험을 알지만 이 암호 문구를 사용하겠습니다.
vault-passphrase-weak-fault = 더 강한 암호 문구를 정하거나 이 상자를 선택하십시오.
vault-strength-0 = 매우 약함: 바로 알아냅니다.
vault-strength-1 = 약함: 몇 시간이면 알아냅니다.
vault-strength-2 = 부족함: 시간을 들이면 알아냅니다.
vault-strength-3 = 좋음: 알아내기 어렵습니다.
vault-strength-4 = 강함: 사실상 알아낼 수 없습니다.
vault-repeat-title = 암호 문구 다시 입력
vault-repeat-lede = 보관함을 열 때처럼 암호 문구를 다시 입력하십시오. 잘못 입력한 글자가 있으면 지금 알 수 있습니다.
vault-passphrase-repeat = 암호 문구
vault-passphrase-repeat-hint = 대문자와 소문자, 띄어쓰기를 구별합니다.
vault-passphrase-differs = 암호 문구가 일치하지 않습니다. 눈 모양 버튼으로 입력한 글자를 보거나, 뒤로 가서 암호 문구를 다시 보십시오.
vault-create = 보관함 만들기
vault-creating = 보관함을 만드는 중입니다. 1~2초 걸립니다. 누군가 암호 문구를 추측할 때에도 한 번에 그만큼 걸립니다.

# 복구 단어
vault-words-title = 복구 단어
vault-words-lede = 암호 문구를 잊었을 때 보관함을 여는 단어 24개입니다. 지금 한 번만 보여 주며, 다른 누구에게도 없습니다.
vault-words-paper = 인쇄하거나 번호와 함께 손으로 적어, 이 컴퓨터와 떨어진 곳에 두십시오. 프린터에 사본이 남을 수 있으니 믿을 수 있는 프린터만 쓰십시오. 사진으로 찍지 마십시오.
vault-words-print = 인쇄
vault-words-stay = 복구 단어는 지금 한 번만 보여 주므로 이 화면을 닫지 않았습니다. 방금 연 파일은 보관함을 연 다음에 보여 줍니다.
vault-not-made = 보관함을 만들지 못했습니다. 방금 보여 준 복구 단어는 쓸 수 없으니, 적어 둔 종이는 없애십시오.
vault-words-written = 종이에 적었습니다
vault-sheet-title = 복구 단어
vault-sheet-text = 암호 문구를 잊었을 때 이 단어 24개를 차례대로 입력하면 보관함이 열립니다. 첫 화면에서 ‘{ vault-way-recover }’를 선택하십시오.
vault-sheet-keep = 이 종이를 가진 사람은 누구나 보관함을 열 수 있습니다. 컴퓨터와 떨어진, 본인만 아는 곳에 두십시오. 사진을 찍거나 복사하지 마십시오.
vault-proof-title = 복구 단어 확인
vault-proof-lede = 종이에 제대로 적었는지 확인합니다. 종이를 보고 단어 세 개를 입력하십시오.
vault-proof-label = { $position }번 단어
vault-proof-wrong = { $position }번 단어가 아닙니다. 종이에서 { $position }번을 다시 보십시오.
vault-proof-back = 단어 다시 보기
vault-proof-go = 보관함 열기

# 열기
vault-which = 보관함: { $name }
vault-passphrase = 암호 문구
vault-unlock-hint = 암호 문구는 어디에도 저장되지 않습니다. 잊었다면 복구 단어로 열 수 있습니다.
vault-opening = 보관함을 여는 중입니다. 1초쯤 걸립니다.
vault-is-test = 시험용 보관함이며 키가 약합니다. 실제 기록을 넣지 마십시오.
vault-is-in-use = 다른 프로그램이 이 보관함을 열고 있습니다. 먼저 그쪽에서 닫으십시오.
vault-damaged = 보관함이 손상되었습니다.
vault-damaged-hint = 먼저 폴더 전체를 다른 디스크에 복사하십시오. 남은 부분은 위의 암호 문구로 읽기 전용으로 열 수 있습니다. 아무것도 바꾸지 않습니다.
vault-damaged-open = 남은 부분을 읽기 전용으로 열기
vault-other-folder = 보관함 폴더
vault-other-folder-hint = USB 메모리에 있는 폴더도 됩니다.
vault-other-use = 이 보관함 사용
vault-other-none = 이 폴더에는 보관함이 없습니다.
vault-way-recover = 복구 단어로 열기
vault-way-other = 다른 보관함
vault-way-new = 새 보관함
vault-way-open = 기존 보관함 열기
vault-way-reader = 검토본 열기
vault-way-about = 보호되는 것

# 복구
vault-recover-title = 복구 단어로 열기
vault-recover-lede = 보관함: { $name }. 복구 단어는 그대로 쓸 수 있고, 암호 문구는 새로 정합니다.
vault-recover-words = 복구 단어
vault-recover-words-hint = 24개를 차례대로 입력하십시오. 번호, 대소문자, 줄 바꿈은 상관없습니다.
vault-recover-count = 단어 { $of }개 중 { $count }개
vault-recover-count-wrong = { $count ->
        [0] 종이에 적힌 단어를 입력하십시오.
       *[other] 단어가 { $count }개입니다. 24개여야 합니다.
    }
vault-recover-go = 보관함 열기

# 암호 문구 바꾸기
vault-change = 암호 문구 바꾸기…
vault-change-hint = 전에 만든 폴더 사본은 이전 암호 문구로 계속 열립니다.
vault-change-go = 암호 문구 바꾸기
vault-changing = 암호 문구를 바꾸는 중입니다. 1초쯤 걸립니다.
vault-changed = 이제 새 암호 문구로 보관함이 열립니다. 복구 단어는 그대로 쓸 수 있습니다.
vault-passphrase-now = 현재 암호 문구
vault-changed-key = 이전 암호 문구를 알고 폴더의 이전 사본을 가진 사람은 앞으로 쓸 내용도 열 수 있습니다. 새 키를 만들면 열 수 없습니다.

# A new key
vault-key-title = 새 키
vault-key-lede = 보관함 전체를 다시 암호화합니다. 무엇이든 바꾸기 전에 새 복구 단어를 먼저 보여 줍니다.
vault-key-hint = 폴더의 이전 사본과 함께 이전 암호 문구나 복구 단어를 가진 사람은 앞으로 쓸 내용도 열 수 있습니다. 새 키를 만들면 열 수 없습니다. 복구 단어도 새것으로 바뀝니다.
vault-key-make = 새 키 만들기…
vault-key-drawing = 새 키를 준비하는 중입니다. 1~2초 걸립니다.
vault-key-words = 새 복구 단어
vault-key-words-lede = 이 단어 24개가 이전 복구 단어를 대신합니다. 지금 한 번만 보여 줍니다. 확인을 마칠 때까지는 아무것도 바뀌지 않습니다.
vault-key-go = 새 키 만들기
vault-key-stay = 새 복구 단어는 지금 한 번만 보여 주므로 이 화면을 닫지 않았습니다. 먼저 계속하거나 취소하십시오.
vault-key-making = 새 키로 보관함을 다시 암호화하는 중입니다.
vault-key-made = 새 키로 보관함을 다시 암호화했습니다. 이제 보관함은 암호 문구와 새 복구 단어로 열립니다. 전에 만든 사본과 백업은 전처럼 열리니, 필요 없는 것은 이전 복구 단어를 적은 종이와 함께 없애십시오. 내 신원은 그대로입니다.
vault-key-not-made = 아무것도 바뀌지 않았습니다. 방금 보여 준 복구 단어는 쓸 수 없고, 이전 복구 단어를 그대로 쓸 수 있습니다. 새로 적은 종이는 없애십시오.
vault-key-perhaps = 보관함을 다시 열어 볼 때까지 새 복구 단어와 이전 복구 단어를 모두 간직하십시오. 둘 중 하나로 열리며 기록은 그대로 있습니다.
vault-key-offer-recovered = 이제 새 암호 문구로 보관함이 열립니다. 폴더의 이전 사본과 함께 이전 암호 문구나 복구 단어를 가진 사람은 앞으로 쓸 내용도 열 수 있습니다. 새 키를 만들면 열 수 없습니다.
vault-key-offer-done = 중단되었던 새 키 만들기를 마쳤습니다. 새 복구 단어를 쓸 수 있고 이전 복구 단어는 더 이상 쓸 수 없습니다. 새 복구 단어를 적어 두지 못했으면 새 키를 다시 만드십시오.
vault-key-offer-not-done = 새 키를 만들다가 중단되었습니다. 아무것도 바뀌지 않았습니다. 이전 복구 단어를 그대로 쓸 수 있고, 마지막에 보여 준 복구 단어는 쓸 수 없습니다.
vault-key-later = 나중에

# 안에 든 것
vault-facts-folder = 폴더
vault-facts-records = 기록
vault-facts-records-count = { $records }건 (판 { $revisions }개)
vault-facts-conflicts = 충돌
vault-facts-drafts = 초안
vault-facts-files = 첨부 파일
vault-facts-files-count = { $files }개 ({ $size })
vault-facts-colleagues = 동료
vault-facts-fingerprint = 지문

# 점검
vault-verify = 보관함 점검
vault-verifying = 보관함을 점검하는 중
vault-verify-whole = 손상된 곳이 없습니다.
vault-verify-damaged = 손상된 부분:
vault-verify-copy = 그 밖에 읽은 것은 모두 온전합니다. 무엇이든 고치기 전에 먼저 폴더 전체를 다른 디스크에 복사하십시오.
vault-verify-read = 읽은 것: 판 { $revisions }개 중 { $readable }개, 첨부 파일 { $files }개 중 { $readable_files }개.
vault-verify-not-locked = 지난번에 보관함이 정상적으로 닫히지 않아 일부 바이트는 점검하지 못했습니다. 손상은 아닙니다.
vault-verify-strangers = 폴더에 보관함과 상관없는 파일이 { $count }개 있습니다. 그대로 두었습니다.
vault-verify-strangers-more = 그 밖에 { $count }개
vault-verify-unnamed-files = 보관함의 어떤 기록도 가리키지 않는 봉인 파일이 { $count }개 있습니다. 더 새로운 상태에 속할 수 있어 그대로 둡니다.
vault-advice-repair = 이 부분은 다른 부분에서 복원할 수 있습니다. 다른 손상이 없으면 터미널 프로그램의 fieldnotes vault repair 명령으로 고칠 수 있습니다.
vault-advice-rebuild = 동료 목록이나 가져오기 목록이 손상되었으며, 기록은 그대로 있습니다. 터미널 프로그램의 fieldnotes vault repair 명령이 읽을 수 있는 만큼 다시 만들고, 잃은 것을 알려 줍니다.
vault-advice-replaced = 그 뒤에 저장한 것이 빠졌을 수 있습니다. 동기화 프로그램이 보관하는 이전 버전이나 백업에서 더 새로운 vault.db를 찾아, 보관함을 잠근 상태에서 되돌리십시오. 찾을 수 없으면 터미널 프로그램의 fieldnotes vault repair --accept-older(복구 단어로 열 때는 fieldnotes vault recover --accept-older)로 지금의 데이터베이스를 이어서 쓰고, 동료에게 전체 꾸러미를 부탁하십시오.
vault-advice-header-replaced = 이전 암호 문구나 이전 복구 단어로 보관함이 열리는 상태입니다. 터미널 프로그램의 fieldnotes vault repair 명령을 가장 최근의 암호 문구로 실행하면 사본에서 새 헤더를 복원합니다. 안 되면 백업에서 더 새로운 헤더를 찾으십시오.
vault-advice-content = 첨부 파일을 가진 동료의 꾸러미를 받거나, 보관함을 백업에서 복원하십시오.
vault-advice-move = 백업에서 복원하십시오. 백업이 없으면 새 보관함을 만들어 남은 기록을 꾸러미로 보내고, 동료의 꾸러미도 받으십시오.

vault-part-header = 헤더
vault-part-header-replaced = 헤더: 이전 것이거나 데이터베이스에 적힌 것과 다름
vault-part-header-copy = 헤더의 사본
vault-part-database = 데이터베이스: 일부를 읽을 수 없음
vault-part-database-schema = 데이터베이스: 이 프로그램이 만들지 않은 것이 들어 있음
vault-part-database-bytes = 데이터베이스: 어느 행에도 속하지 않는 바이트
vault-part-database-replaced = 데이터베이스: 이전 것이나 다른 사본으로 바뀜
vault-part-page-seal = 데이터베이스 파일의 봉인
vault-part-state = 상태 정보: 빠진 행이 있는지 알 수 없음
vault-part-rows = 읽을 수 없는 행
vault-part-row = 읽을 수 없는 행
vault-part-row-set = 제거되었거나 추가되었거나 이전 것으로 바뀐 행
vault-part-revision = 서명이 올바르지 않은 판
vault-part-body = 판의 내용
vault-part-content = 첨부 파일의 내용
vault-part-of = { $part } ({ $table })
vault-table-state = 상태 정보
vault-table-revisions = 판
vault-table-bodies = 판의 내용
vault-table-drafts = 초안
vault-table-own-identity = 본인의 신원
vault-table-colleagues = 동료
vault-table-files = 첨부 파일 목록
vault-table-receipts = 받은 꾸러미 목록
vault-table-unused-space = 사용하지 않는 공간
