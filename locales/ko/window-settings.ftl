# 설정.

settings-title = 설정
settings-window = 화면
settings-language = 언어
settings-theme = 색
settings-theme-system = 시스템 설정대로
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-lock-after = 자동 잠금
settings-lock-minutes = { $minutes }분 동안 쓰지 않으면 잠급니다
settings-lock-never = 잠그지 않습니다
settings-lock-hint = 쓰던 글은 초안으로 보관됩니다. 컴퓨터가 절전에 들어가거나 화면이 잠길 때에도 보관함을 잠급니다.
settings-lock-never-hint = 자리를 비워도 보관함이 열려 있습니다. 컴퓨터가 절전에 들어가거나 화면이 잠길 때에는 그래도 잠급니다.
settings-passphrase = 암호 문구
settings-vault = 보관함
settings-protection = 이 컴퓨터에서 지킬 수 있는 것
settings-clipboard = 복사한 내용
settings-clipboard-text = 여기서 복사한 내용은 30초 뒤에, 그리고 보관함을 잠글 때 클립보드에서 지워집니다. 그 전까지는 다른 프로그램이 읽을 수 있습니다.
settings-capture = 화면 캡처
settings-capture-text = 이 시스템에서는 다른 프로그램이 화면을 캡처하는 것을 막을 수 없습니다. 화면을 공유할 때는 보관함을 잠그십시오.
settings-memory = 메모리에 있는 열쇠
settings-memory-locked = 열쇠는 메모리에만 있고 디스크에 기록되지 않습니다.
settings-memory-not-locked = 이 시스템에서는 메모리를 고정할 수 없어 열쇠가 스왑 파일에 기록될 수 있습니다. 컴퓨터가 손을 떠날 때는 전원을 끄고, 디스크 전체를 암호화해 두십시오.
