# 창의 모든 화면이 함께 쓰는 말.

app-name = 현장 노트

button-cancel = 취소
button-close = 닫기
button-back = 뒤로
button-next = 다음
button-done = 완료
button-save = 저장
button-open = 열기

kind-testimony = 증언
kind-person = 인물
kind-place = 장소
kind-note = 메모
kind-attachment = 첨부

path-choose = 선택…
path-choose-for = 선택: { $label }
path-none = 선택하지 않음
passphrase-show = 암호 문구 표시
passphrase-caps-lock = Caps Lock이 켜져 있습니다.
working-stopping = 중지하는 중입니다. 아무것도 바뀌지 않습니다.
working-count = { $total }개 중 { $done }개
