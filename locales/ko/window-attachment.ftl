# 기록에 딸린 파일.

attachment-title = 첨부 파일
attachment-add = 파일 첨부
attachment-adding = 파일을 암호화하는 중입니다
attachment-saving = 파일을 내보내는 중입니다
attachment-save = 사본 저장…
attachment-saved = 암호화하지 않은 사본을 저장했습니다: { $file }
attachment-show-picture = 보기
attachment-show-sound = 듣기
attachment-hide = 접기
attachment-reading = 읽는 중…
attachment-cannot-show = 여기서는 열 수 없는 파일입니다. 사본을 저장해 다른 프로그램으로 여십시오.
attachment-too-large = 여기서 보기에는 너무 큽니다(64MB 초과).
attachment-not-held = 내용은 이 보관함에 오지 않았습니다.
attachment-nameless = 이름 없는 파일
