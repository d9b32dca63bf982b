# 증언: 머리와 두 단.

editor-title = 제목
editor-title-prompt = 제목 없는 증언
editor-status = 진행 상태
editor-status-draft = 작성 중
editor-status-complete = 완료
editor-status-sealed = 봉인
editor-sessions = 면담 { $count }회
editor-text = 증언과 번역
editor-original = 원문
editor-translation = 번역
editor-original-prompt = 원문 입력
editor-translation-prompt = 번역 입력 · Tab
editor-keys = Enter 새 단락 · Shift+Enter 줄 바꿈 · Tab 원문과 번역 오가기 · Esc 본문에서 나가기
editor-keys-read-only = Tab 원문과 번역 오가기 · Esc 본문에서 나가기
