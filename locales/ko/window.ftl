# 창의 모든 화면이 함께 쓰는 말.

app-name = 현장 노트

button-cancel = 취소
button-close = 닫기
button-back = 뒤로
button-next = 다음
button-done = 마침
button-save = 저장
button-open = 열기

kind-testimony = 증언
kind-person = 인물
kind-place = 장소
kind-note = 메모
kind-attachment = 첨부

path-choose = 고르기…
path-choose-for = 고르기: { $label }
path-none = 아직 고르지 않았습니다
passphrase-show = 입력한 글자 보기
passphrase-caps-lock = Caps Lock이 켜져 있습니다.
working-stopping = 멈추는 중입니다. 바뀌는 것은 없습니다.
working-count = { $total } 중 { $done }
