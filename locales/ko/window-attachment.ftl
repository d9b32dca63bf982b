# 기록에 딸린 파일.

attachment-title = 첨부 파일
attachment-add = 파일 첨부…
attachment-adding = 파일을 암호화하는 중
attachment-saving = 파일을 저장하는 중
attachment-save = 사본 저장…
attachment-saved = 암호화하지 않은 사본을 저장했습니다: { $file }
attachment-show-picture = 보기
attachment-show-sound = 재생
attachment-hide = 숨기기
attachment-reading = 여는 중…
attachment-cannot-show = 여기서는 열 수 없는 파일입니다. 사본을 저장해 다른 프로그램으로 여십시오.
attachment-too-large = 여기서 보기에는 파일이 너무 큽니다(67MB 초과). 사본을 저장해 다른 프로그램으로 여십시오.
attachment-not-held = 이 보관함에는 이 파일의 내용이 없습니다.
attachment-nameless = 이름 없는 파일
