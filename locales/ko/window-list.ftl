# 기록 목록과 찾기.

list-open = 목록
list-search = 찾기
list-search-clear = 찾는 말 지우기
list-kinds = 기록의 종류
list-kind-all = 모두
list-kind-testimony = 증언
list-kind-person = 인물
list-kind-place = 장소
list-kind-note = 메모
list-records = 기록
list-results = 찾은 기록
list-drafts = 작성 중
list-saved = 저장한 기록
list-untitled = 제목 없음
list-unreadable = 여기서는 읽을 수 없음
list-conflict = 충돌
list-empty = 아직 아무것도 없습니다.
    .hint = 쓰고 저장한 것이 가장 새로운 것부터 여기에 보입니다.
list-found = 찾은 기록 { $count }건
list-found-shown = · 처음 { $count }건을 보여 줍니다
list-nothing-found = 찾은 기록이 없습니다.
    .hint = 더 적거나 짧은 말, 다른 표기로 찾거나 모든 종류에서 찾아보십시오. “따옴표”로 묶으면 이어진 말을 찾습니다. 휴지통은 찾지 않습니다.
