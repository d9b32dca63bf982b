# 기록 목록과 찾기.

list-open = 목록
list-search = 검색
list-search-clear = 검색어 지우기
list-kinds = 기록 종류
list-kind-all = 모두
list-kind-testimony = 증언
list-kind-person = 인물
list-kind-place = 장소
list-kind-note = 메모
list-records = 기록
list-results = 검색 결과
list-drafts = 초안
list-saved = 저장한 기록
list-untitled = 제목 없음
list-unreadable = 읽을 수 없음
list-conflict = 충돌
list-empty = 아직 기록이 없습니다.
    .hint = 저장한 기록이 최근 저장 순으로 여기에 표시됩니다.
list-found = 검색 결과 { $count }건
list-found-exact = { $count ->
        [0] 정확히 일치하는 것 없음
       *[other] 정확히 일치 { $count }건
    }
list-near = 비슷한 표기
list-slip = 이것을 찾으셨습니까?
list-pending = 검색을 준비하고 있습니다. 아직 { $count }건이 빠져 있습니다.
list-unclear = 알 수 없어 검색에서 제외한 말: { $parts }
list-chips = 검색 조건 추가
list-chip-conflict = 충돌
list-chips-more = 더 보기…
list-chips-fewer = 접기
list-order = 정렬
list-order-saved = 최근 저장
list-order-created = 최근 추가
list-order-title = 제목
list-reversed = 역순
list-nothing-found = 검색 결과가 없습니다.
    .hint = 더 적거나 짧은 말로, 또는 모든 종류에서 검색하십시오. “따옴표”로 묶은 말은 정확히 일치해야 합니다. 휴지통을 검색하려면 상태:휴지통을 입력하십시오.
list-help = 검색 방법
    .hint = 입력한 것이 모두 맞는 기록을 찾습니다. 대문자와 소문자는 구별하지 않습니다.
list-help-words = 강 온성
    .says = 두 말이 모두 있는 기록. 조사가 붙어도 찾고, 비슷한 표기는 뒤에 나옵니다.
list-help-quotes = "강을 건넌"
    .says = 따옴표로 묶으면 정확히 일치하는 것만 찾습니다.
list-help-or = 연길 OR 도문
    .says = 둘 가운데 하나. 괄호 ( )로 묶을 수 있습니다.
list-help-not = -베이징
    .says = 이 말이 없는 기록.
list-help-initials = ㅈㅇ
    .says = 초성으로 찾습니다. ㅈㅇ으로 증언이 나옵니다.
list-help-names = Lee
    .says = 이름은 로마자로 적어도 한글 이름까지 찾습니다. Lee로 이, 리가 나옵니다.
list-help-text = 인물:이영희  장소:온성
    태그:국경  행위:체포  제목:밤
    .says = 인물, 장소, 태그, 행위, 제목에서만 찾습니다.
list-help-date = 날짜:1997..1999
    날짜:1998-03
    .says = 그때 있었던 일. 연도, 달, 날짜, 또는 기간.
list-help-is = 상태:충돌  상태:작성중
    .says = 그 밖에 완료, 봉인, 휴지통, 읽을수없음.
list-help-has = 포함:녹음  포함:동의
    .says = 그 밖에 영상, 사진, 문서, 첨부, 번역, 여정, 행위.
list-help-kind = 종류:인물
    .says = 그 밖에 증언, 장소, 메모, 첨부. 영어 이름도 됩니다(person:, tag: 등).

# 연 기록에서 찾은 곳.

marks-label = “{ $query }” 검색 결과
marks-previous = 이전 결과
marks-next = 다음 결과
marks-end = 표시 지우기
marks-none = 접힌 부분에 있거나, 여기 보이는 글에는 없습니다.
