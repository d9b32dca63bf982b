# 휴지통.

trash-title = 휴지통
trash-lede = 아주 지워지는 것은 없습니다. 여기에 있는 기록은 목록과 찾기에 나오지 않으며 언제든지 꺼낼 수 있습니다. 동료가 꾸러미를 받아들이면 동료에게도 휴지통에 있는 것으로 보입니다.
trash-empty = 휴지통이 비어 있습니다.
    .hint = 기록 화면에서 휴지통에 넣을 수 있습니다.
trash-restore = 꺼내기
trash-restore-named = 꺼내기: { $title }
trash-restored = “{ $title }”{ PARTICLE($title, "을/를") } 휴지통에서 꺼냈습니다.
trash-more = 더 보기
