# 쓰고 있는 기록: 어디에 남아 있는지, 저장, 할 수 있는 일.

draft-empty = 내용 없음
draft-typing = 초안 저장 중…
draft-kept = 초안 저장됨 · { $ago }
draft-saving = 저장 중…
draft-drop-refusal = 거부나 철회를 삭제하고 저장
draft-saved = 저장됨 · { $ago }
draft-failed = 초안을 저장하지 못했습니다. 다시 시도하는 중…
draft-not-saved = 저장하지 못했습니다. 변경 내용은 초안에 있습니다.
draft-stays = 변경 내용을 초안으로 저장하지 못해 이 화면을 닫지 않았습니다. 저장되면 나갈 수 있습니다. 저장하지 않고 나가려면 초안을 삭제하십시오.

draft-menu = 이 기록의 다른 작업
draft-beside = 세부 정보
draft-history = 이력
draft-export = 꾸러미로 보내기…
draft-review = 검토본 만들기…
draft-discard = 초안 삭제…
draft-trash = 삭제…

draft-discard-ask = 초안을 삭제할까요?
    .hint = 마지막으로 저장한 뒤의 변경 내용은 사라집니다. 저장한 것은 그대로 있습니다.
    .new = 한 번도 저장하지 않은 기록입니다. 아무것도 남지 않습니다.
draft-discard-yes = 초안 삭제
draft-trash-ask = 이 기록을 삭제할까요?
    .hint = 휴지통으로 이동하며, 휴지통에서 복원할 수 있습니다.
draft-trash-yes = 삭제

draft-conflict = 이 기록에는 충돌이 있습니다. 두 판 모두 남아 있으며, 지금 쓰는 내용은 여기 보이는 판에 적용됩니다.
draft-settle = 충돌 해결
draft-meanwhile-merged = 작성하는 사이에 이 기록의 다른 곳이 바뀌었습니다. 두 변경을 모두 보존했습니다.
draft-meanwhile-conflict = 작성하는 사이에 이 기록의 같은 곳이 바뀌었습니다. 두 판을 모두 보존했습니다.
draft-meanwhile-see = 다른 변경 보기
draft-read-only = 보관함이 읽기 전용으로 열려 있어 변경할 수 없습니다.
draft-unread = 이 기록의 최신 판을 읽을 수 없어 바로 앞의 판을 보여 줍니다. 저장해도 최신 판은 그대로 남습니다.
draft-sealed = 봉인된 증언이라 읽기 전용입니다.
draft-reopen = 증언 다시 열기
