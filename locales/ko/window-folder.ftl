# 교환 폴더: 설정 화면, 그리고 화면 위쪽의 알림 줄.

folder-title = 교환 폴더
folder-what = USB 메모리나 Syncthing, 파일 서버로 동료와 주고받는 폴더입니다. 도착한 것이 있으면 알려 드리며, 다른 사람의 파일은 건드리지 않습니다.
folder-path = 폴더
folder-set = 이 폴더 쓰기
folder-unset = 쓰지 않기
folder-gone = 지금은 폴더를 찾을 수 없습니다. USB 메모리를 꽂거나 서버가 연결되기를 기다리십시오.
folder-put = 보낼 것 내놓기(기록 { $records }건, 동료 { $people }명)
folder-put-thanks = 잘 받았다고 알리기(동료 { $people }명)
folder-putting = 내놓는 중
folder-put-done = 교환 폴더에 내놓았습니다.
folder-nothing-due = 보낼 것이 없습니다.
folder-unverified = 지문을 대조하지 않아 저절로 보내지 않는 동료: { $names }
folder-arrived = 도착한 파일 { $count }개 · 보낸 사람: { $names }
folder-arrived-look = 무엇이 왔는지 보기
