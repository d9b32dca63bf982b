# 쓰고 있는 기록: 어디에 남아 있는지, 저장, 할 수 있는 일.

draft-empty = 아직 쓴 것이 없습니다
draft-typing = 보관하는 중…
draft-kept = 보관함에 초안이 있습니다 · { $ago }
draft-saving = 저장하는 중…
draft-drop-refusal = 거부나 철회를 지우고 저장
draft-saved = 저장됨 · { $ago }
draft-failed = 아직 보관되지 않았습니다. 다시 시도합니다.
draft-not-saved = 저장하지 못했습니다. 초안은 보관함에 있습니다.
draft-stays = 쓴 내용을 보관하지 못해 이 화면에 그대로 있습니다. 보관되면 다른 화면으로 갈 수 있습니다. 보관하지 않고 나가려면 초안을 버리십시오.

draft-menu = 이 기록에 대해 더 보기
draft-beside = 세부 정보
draft-history = 이력
draft-export = 꾸러미로 내보내기…
draft-review = 검토본 만들기…
draft-discard = 초안 버리기…
draft-trash = 휴지통으로 옮기기…

draft-discard-ask = 초안을 버릴까요?
    .hint = 마지막으로 저장한 뒤에 쓴 것은 사라집니다. 저장한 것은 그대로 있습니다.
    .new = 한 번도 저장하지 않은 기록입니다. 아무것도 남지 않습니다.
draft-discard-yes = 초안 버리기
draft-trash-ask = 이 기록을 휴지통으로 옮길까요?
    .hint = 휴지통에서 다시 꺼낼 수 있습니다.
draft-trash-yes = 휴지통으로 옮기기

draft-conflict = 이 기록은 두 곳에서 바뀌었습니다. 두 판 모두 남아 있으며, 지금 쓰는 것은 여기 보이는 판에 이어집니다.
draft-settle = 충돌 해결하기
draft-meanwhile-merged = 쓰는 사이에 기록이 바뀌었습니다. 서로 다른 곳이 바뀌어 두 변경을 모두 보존했습니다.
draft-meanwhile-conflict = 쓰는 사이에 기록의 같은 곳이 바뀌었습니다. 두 판을 모두 보존했습니다.
draft-meanwhile-see = 다른 변경 보기
draft-read-only = 보관함이 읽기 전용으로 열려 있습니다. 아무것도 바꿀 수 없습니다.
draft-unread = 이 기록의 최신 판을 읽을 수 없어 그 이전 판을 보여 줍니다. 저장하면 최신 판 옆에 나란히 남고, 최신 판은 그대로 있습니다.
draft-sealed = 봉인된 증언이라 읽을 수만 있습니다.
draft-reopen = 다시 쓸 수 있게 열기
