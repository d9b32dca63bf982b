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
folder-lies = 폴더에 있는 파일
folder-file-ready = 도착했고 아직 받아들이지 않았습니다. 보낸 사람: { $name }
folder-file-partial = 빼 둔 것 말고는 받아들였습니다. 보낸 사람: { $name }
folder-file-unknown-sender = 동료가 아니거나 이제는 동료가 아닌 사람이 보냈습니다.
folder-file-needs-passphrase = 암호 문구로 여는 꾸러미입니다. 암호 문구는 보낸 사람에게 물어보십시오.
folder-file-forbidden = 읽을 권한이 없습니다. 파일을 넣은 사람이나 폴더를 관리하는 사람에게 물어보십시오.
folder-file-damaged = 손상되었거나 꾸러미가 아닙니다. 기다리던 파일이면 다시 보내 달라고 하십시오.
folder-file-coming = 아직 오는 중입니다. 다 올 때까지 기다립니다.
folder-file-coming-more = 아직 오는 중입니다(남은 양 { $size }). 다 올 때까지 기다립니다.
folder-file-look = 보기
folder-file-look-at = { $name } 보기
folder-more = 파일이 너무 많아 { $count }개는 살피지 않았습니다. 지난 파일은 폴더에서 치우십시오.
