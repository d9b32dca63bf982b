# 읽기 위해 펼쳐 놓은 기록. 검토본, 충돌, 이력에 나온다.

reading-untitled = 제목 없음 ({ $id }…)
reading-record = 기록 { $id }…
reading-yes = 예
reading-no = 아니요
reading-grade-normal = 일반
reading-grade-restricted = 제한
reading-grade-vault = 이 보관함만
reading-paragraph = { $number }번 단락
