# 교환 폴더: 설정 화면, 그리고 화면 위쪽의 알림 줄.

folder-title = 교환 폴더
folder-what = USB 메모리나 Syncthing, 파일 서버로 동료와 주고받는 폴더입니다. 도착한 것이 있으면 알려 드리며, 다른 사람의 파일은 건드리지 않습니다.
folder-path = 폴더
folder-set = 이 폴더 사용
folder-unset = 이 폴더 사용 안 함
folder-gone = 교환 폴더를 찾을 수 없습니다. USB 메모리를 꽂거나 서버가 연결되기를 기다리십시오.
folder-put = 기록 { $records }건을 동료 { $people }명에게 보내기
folder-put-thanks = 동료 { $people }명에게 받았다는 확인 보내기
folder-putting = 보내는 중
folder-put-done = 교환 폴더에 저장했습니다.
folder-nothing-due = 보낼 것이 없습니다.
folder-unverified = 확인되지 않아 자동으로 보내지 않는 동료: { $names }
folder-arrived = 도착한 파일 { $count }개 · 보낸 사람: { $names }
folder-arrived-look = 도착한 파일 보기
folder-lies = 폴더에 있는 파일
folder-file-ready = 도착했고 아직 받지 않았습니다. 보낸 사람: { $name }
folder-file-partial = 제외한 것을 빼고 받았습니다. 보낸 사람: { $name }
folder-file-unknown-sender = 동료가 아니거나 제외한 사람이 보냈습니다.
folder-file-needs-passphrase = 암호 문구로 보호된 꾸러미입니다. 암호 문구는 보낸 사람에게 물어보십시오.
folder-file-forbidden = 읽을 권한이 없습니다. 파일을 넣은 사람이나 폴더 관리자에게 물어보십시오.
folder-file-damaged = 손상되었거나 꾸러미가 아닙니다. 기다리던 파일이면 다시 보내 달라고 하십시오.
folder-file-coming = 아직 도착하는 중입니다. 완료될 때까지 기다리십시오.
folder-file-coming-more = 아직 도착하는 중입니다(남은 양 { $size }). 완료될 때까지 기다리십시오.
folder-file-look = 미리 보기
folder-file-look-at = { $name } 미리 보기
folder-more = 파일이 너무 많아 { $count }개는 확인하지 않았습니다. 오래된 파일은 폴더에서 치우십시오.
