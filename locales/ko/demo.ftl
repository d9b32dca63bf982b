# 시연: 단계마다 무엇을 하고 무엇을 확인했는지.

demo-begin =
    임시 보관함 두 개와 실제 글로 전체 과정을 보여 드립니다. 단계마다 무엇을 확인했는지 알려 드립니다.
demo-step =
    { $number }. { $done }
    {"   "}→ { $proved }
demo-end =
    {""}
    모두 확인했습니다. 임시 보관함은 삭제했습니다.
demo-vaults = Anna와 민지의 보관함을 만들었습니다. 암호 문구는 무작위로 만든 단어들입니다.
    .proved = 암호 문구를 한 번 추측할 때마다 메모리 { $memory } MiB를 { $passes }번 처리해야 합니다.
demo-note = Anna가 첫 메모를 썼습니다: ENoK의 “NK 101”.
    .proved = { $characters }자가 쓴 그대로 돌아왔습니다.
demo-testimony = 한국어와 영어를 나란히 적은 증언을 기록했습니다: 세계인권선언.
    .proved = 단락 { $paragraphs }개가 나란히 있습니다.
demo-people = 인물 김영희와 장소 투먼을 추가했습니다.
    .proved = 저장할 때마다 서명된 판이 생기고, 한번 생긴 판은 바뀌지 않습니다.
demo-attachment = 파일을 첨부했습니다 ({ $size }).
    .proved = 저장한 사본의 SHA-256이 같습니다: { $sha256 }…
demo-search = 검색했습니다: 고문, “생명과 신체의 자유”, TORTURE, 김영희.
    .proved = 두 글자로도 찾고, 이어진 말은 이어진 대로 찾으며, 대문자와 소문자는 구별하지 않습니다.
demo-colleagues = Anna와 민지가 신원을 주고받고 전화로 지문을 확인했습니다.
    .proved = 틀린 지문은 거절했습니다. 맞는 지문: { $fingerprint }
demo-bundle = Anna가 모든 기록을 암호화된 파일 하나로 민지에게 보냈습니다 ({ $size }).
    .proved = 두 보관함의 판이 같고 (요약값 { $digest }…), 민지는 Anna가 썼다는 것을 볼 수 있습니다.
demo-again = 민지가 같은 파일을 한 번 더 받았습니다.
    .proved = 아무것도 바뀌지 않았고, 프로그램이 그렇게 알렸습니다.
demo-conflict = 두 사람이 서로 모르게 같은 메모를 수정한 뒤 꾸러미를 주고받았습니다.
    .proved = 양쪽이 모두 남았습니다. 충돌을 무시하고 편집하려는 시도는 거절했습니다.
demo-settled = 민지가 충돌을 해결하고 결과를 보냈습니다.
    .proved = 상태는 하나, 판 네 개는 모두 이력에 남고, 두 보관함이 같습니다 (요약값 { $digest }…).
demo-consent = 한 증언자가 증언을 전달하지 말라고 했습니다. Anna가 그래도 보내려 했습니다.
    .proved = 프로그램이 거절하고 파일을 만들지 않았으며, 다음 꾸러미에서도 제외했습니다.
demo-review = Anna가 변호사에게 줄 검토본을 만들고, 변호사는 보관함 없이 열었습니다.
    .proved = 같은 글이고, Anna의 서명이 있으며, 판 { $revision } 번호로 인용할 수 있습니다.
demo-locked = 두 보관함을 잠갔습니다. 누군가 틀린 암호 문구를 입력했고, 그 뒤 Anna가 다시 열었습니다.
    .proved = 틀린 암호 문구로는 열리지 않았습니다. 기록 { $records }건이 모두 있습니다.
demo-damage = 데이터베이스의 비트 하나를 뒤집었습니다 ({ $size } 가운데 { $at }번째 바이트).
    .proved = 점검에서 찾아내 알려 주었고, 비트를 복원하니 손상이 없습니다.
demo-scan = 모든 파일에서 문장과 이름 { $sentences }개를 UTF-8, 풀어쓴 한글, UTF-16으로 찾아보았습니다.
    .proved = 파일 { $files }개 ({ $size })에 그대로 보이는 것은 없습니다. 비교용으로 심어 둔 이름은 찾아냈습니다.
