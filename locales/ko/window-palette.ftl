# 명령 찾기.

palette-title = 명령과 기록 찾기
palette-placeholder = 할 일이나 기록의 이름
palette-actions = 할 일
palette-records = 기록
palette-nothing = 그런 이름은 없습니다. 할 일은 한국어와 영어 이름으로, 기록은 그 안에 있는 말로 찾습니다.
