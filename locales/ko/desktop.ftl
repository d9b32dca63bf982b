# 창을 띄우는 프로그램이 창 없이 터미널에서 하는 말.

desktop-no-display =
    현장 노트 창을 표시할 화면이 없습니다(DISPLAY와 WAYLAND_DISPLAY 어느 쪽으로도 화면에 연결되지 않습니다).
    화면이 없는 곳에서는 터미널 프로그램을 사용하십시오: fieldnotes --help
desktop-network-open = 참고: 이 시스템의 커널은 현장 노트의 네트워크 연결을 막아 주지 않습니다. 현장 노트는 연결을 열지 않지만, 함께 쓰는 라이브러리까지 막아 주지는 못합니다.
desktop-no-window = 현장 노트 창을 열지 못했습니다. WebKitGTK 4.1(패키지 libwebkit2gtk-4.1-0)이 설치되어 있는지 확인하십시오.
desktop-help =
    fieldnotes-desktop [파일…]

    현장 노트를 엽니다. 파일을 지정하면 그 꾸러미나 검토본을 함께 엽니다.

    { "  " }-V, --version   버전을 표시합니다
    { "  " }-h, --help      이 도움말을 표시합니다
