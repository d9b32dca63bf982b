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
list-found-exact = { $count ->
        [0] 글자 그대로는 없음
       *[other] 글자 그대로 { $count }건
    }
list-near = 비슷한 표기
list-slip = 혹시 이것을 찾으십니까
list-pending = 찾기를 준비하고 있습니다. 아직 { $count }건이 빠져 있습니다.
list-unclear = 알아듣지 못해 빼고 찾았습니다: { $parts }
list-chips = 찾는 말에 더하기
list-chip-conflict = 충돌
list-chips-more = 더 보기 …
list-chips-fewer = 접기
list-order = 차례
list-order-saved = 최근 저장 순
list-order-created = 최근 추가 순
list-order-title = 제목 가나다순
list-reversed = 거꾸로
list-nothing-found = 찾은 기록이 없습니다.
    .hint = 더 적거나 짧은 말로, 또는 모든 종류에서 찾아보십시오. “따옴표”로 묶은 말은 그대로만 찾습니다. 휴지통은 상태:휴지통으로 찾습니다.
list-help = 이렇게 찾을 수 있습니다
    .hint = 적은 것이 모두 맞는 기록을 찾습니다. 대문자와 소문자는 가리지 않습니다.
list-help-words = 강 온성
    .says = 두 말이 모두 있는 기록. 조사가 붙어도 찾고, 비슷한 표기는 뒤에 나옵니다.
list-help-quotes = "강을 건넌"
    .says = 따옴표로 묶으면 꼭 그대로만 찾습니다.
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
    .says = 인물, 장소, 꼬리표, 행위, 제목에서만 찾습니다.
list-help-date = 날짜:1997..1999
    날짜:1998-03
    .says = 그때 있었던 일. 한 해, 한 달, 하루, 또는 언제부터 언제까지.
list-help-is = 상태:충돌  상태:작성중
    .says = 그 밖에 완료, 봉인, 휴지통, 읽을수없음.
list-help-has = 포함:녹음  포함:동의
    .says = 그 밖에 영상, 사진, 문서, 첨부, 번역, 여정, 행위.
list-help-kind = 종류:인물
    .says = 그 밖에 증언, 장소, 메모, 첨부. 영어 이름도 됩니다(person:, tag: 등).

# 연 기록에서 찾은 곳.

marks-label = “{ $query }” 찾은 곳
marks-previous = 앞의 곳
marks-next = 다음 곳
marks-end = 표시 지우기
marks-none = 접힌 부분에 있거나, 여기 보이는 글에는 없습니다.
