# 명령 찾기.

palette-title = 명령과 기록 검색
palette-placeholder = 명령이나 기록의 이름
palette-actions = 명령
palette-records = 기록
palette-nothing = 일치하는 것이 없습니다. 명령은 한국어와 영어 이름으로, 기록은 그 안에 있는 말로 찾습니다.
