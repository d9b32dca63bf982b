# 휴지통.

trash-title = 휴지통
trash-lede = 기록은 영구히 삭제되지 않습니다. 휴지통에 있는 기록은 목록과 검색에 나오지 않으며 언제든지 복원할 수 있습니다. 동료가 내 꾸러미를 받으면 동료에게도 휴지통에 있는 것으로 보입니다.
trash-empty = 휴지통이 비어 있습니다.
    .hint = 기록을 열고 ‘{ draft-trash }’를 선택하면 삭제됩니다.
trash-restore = 복원
trash-restore-named = 복원: { $title }
trash-restored = “{ $title }”{ PARTICLE($title, "을/를") } 복원했습니다.
trash-more = 더 보기
