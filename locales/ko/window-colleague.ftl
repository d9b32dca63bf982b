# 동료, 그리고 동료에게 보이는 이쪽의 신원.

copy = 복사
copy-done = 복사했습니다
copy-failed = 복사하지 못했습니다

colleague-title = 동료
colleague-lede = 꾸러미를 주고받는 사람들입니다. 양쪽에서 서로를 한 번씩 추가해야 합니다.
colleague-none = 아직 동료가 없습니다.
colleague-none-hint = 동료와 신원을 주고받은 뒤 여기에 추가하십시오.
colleague-fingerprint = 지문: 숫자 60자리
colleague-verified = 지문 대조함
colleague-unverified = 지문 대조 안 함
colleague-verified-on = { $date }에 대조함
colleague-added-on = { $date }에 추가함
colleague-unverified-why = 지문을 대조하기 전에는 이 신원이 정말 그 사람의 것인지 알 수 없습니다.
colleague-looks-like = 다른 동료의 이름과 똑같아 보입니다: { $name }. 둘 중 하나의 이름을 바꾸십시오.
colleague-verify = 지문 대조…

colleague-own = 내 신원
colleague-own-lede = 비밀이 아니므로 어떤 방법으로 보내도 됩니다. 아래 숫자가 지문입니다. 동료가 대조하려고 전화하면 읽어 주십시오.
colleague-own-save = 파일로 저장…
colleague-own-saved = 신원을 저장했습니다: { $path }. 이 파일을 동료에게 전한 뒤 지문을 음성으로 대조하십시오.

colleague-add = 동료 추가
colleague-add-lede = 동료의 신원은 동료의 앱에서 ‘동료’ 화면에 있습니다.
colleague-add-go = 추가
colleague-name = 이름
colleague-name-hint = 부르는 이름을 적으십시오. 나에게만 보입니다.
colleague-by = 신원을 받은 방법
colleague-by-file = 파일로 받음
colleague-by-line = 글로 받음
colleague-file = 신원 파일
colleague-line = fieldnotes-identity-1로 시작하는 신원
colleague-added = 동료를 추가했습니다: { $name }. 첫 꾸러미를 보내기 전에 지문을 음성으로 대조하십시오.

colleague-verify-title = 지문 대조: { $name }
colleague-verify-lede = 전화나 만난 자리에서 숫자를 서로 읽어 주십시오. 메일이나 메신저로는 하지 마십시오. 신원을 바꿔치기한 사람이라면 그 내용도 바꿀 수 있습니다.
colleague-verify-step-call = 전부터 알던 번호로 전화하십시오.
colleague-verify-step-listen = 동료가 ‘내 신원’에 있는 숫자를 읽으면 들은 대로 입력하십시오.
colleague-verify-step-read = 이어서 이쪽 숫자를 읽어 주어 동료도 대조하게 하십시오.
colleague-verify-typed = 들은 숫자
colleague-verify-count = { $total }자리 중 { $count }자리
colleague-verify-go = 대조
colleague-verified-now = 지문이 맞습니다. 동료의 신원이 확인되었습니다.

colleague-mismatch = { $name } 본인이 아닐 수 있습니다.
colleague-mismatch-again = 숫자를 다시 불러 달라고 하고, 입력한 숫자를 살펴보십시오.
colleague-mismatch-stop = 계속 다르면 이 신원으로는 아무것도 보내지 마십시오. 누군가 자기 신원으로 바꿔치기했을 수 있습니다.
colleague-mismatch-anew = 동료에게 다른 방법으로 신원을 다시 받아 ‘새 키…’로 바꾸십시오.

colleague-pill-retired = 제외함
colleague-pill-new-key = 키 바뀜
colleague-pill-former-key = 예전 키
colleague-pill-forked = 보관함이 두 벌임
colleague-retired-since = { $date }에 제외했습니다. 이 동료에게는 아무것도 보내지 않으며, 보내온 것은 따로 허락할 때만 받아들입니다. 누가 썼는지는 계속 보입니다.
colleague-key-changed = { $date }에 키가 바뀌었습니다. 대조했던 아래 지문은 이제 쓰지 않습니다.
colleague-key-changed-unverified = { $date }에 키가 바뀌었습니다. 대조한 적 없는 아래 지문은 이제 쓰지 않습니다.
colleague-forked = 동료의 보관함 사본 두 벌에 각각 쓴 적이 있습니다: { $name }, 기기 기록의 { $from }번째부터. 양쪽 다 남아 있습니다. 어느 사본을 쓰는지 동료에게 물어 한쪽만 쓰게 하십시오.
colleague-rename = 이름 바꾸기…
colleague-rename-title = 새 이름: { $name }
colleague-rename-go = 바꾸기
colleague-renamed = 이름을 바꾸었습니다: { $name }
colleague-new-key = 새 키…
colleague-retire = 제외…
colleague-restore = 되돌리기
colleague-restored = 다시 동료로 되돌렸습니다: { $name }
colleague-retire-title = 동료에서 제외: { $name }
colleague-retire-out = 이 동료에게는 더 이상 보낼 수 없습니다.
colleague-retire-in = 보내온 것은 따로 허락할 때만 받아들입니다.
colleague-retire-kept = 이미 보낸 것은 그쪽에 남아 있습니다. 누가 썼는지는 계속 보이며, 언제든 되돌릴 수 있습니다.
colleague-retire-go = 제외
colleague-retired-now = 동료에서 제외했습니다: { $name }

colleague-by-qr = QR 코드로 받음
colleague-picture = 코드가 있는 그림
colleague-picture-hint = 화면 캡처나 사진(PNG, JPEG). 코드가 또렷하고 반듯하고 크게 나와야 합니다.
colleague-copy-digits = 숫자 복사
colleague-qr = QR 코드로 나타낸 내 신원
colleague-qr-show = QR 코드 보기
colleague-qr-hide = QR 코드 숨기기
colleague-qr-save = 코드를 그림으로 저장…
colleague-qr-how = 동료가 이 코드를 찍어 그 사진으로 나를 추가할 수 있습니다. 그래도 숫자는 대조해야 합니다.

colleague-key-title = 새 키: { $name }
colleague-key-lede = 보관함을 새로 만들었다고 동료에게 직접 음성으로 들었을 때만 바꾸십시오: { $name }
colleague-key-warning = 지금까지 쓰던 { $name }의 키가 아닙니다.
colleague-key-was-verified = 지금까지의 키는 대조한 것입니다. 키가 새로 나왔다면 동료가 보관함을 새로 만들었거나, 누군가 동료 행세를 하는 것입니다.
colleague-key-was-unverified = 지금까지의 키는 대조한 적이 없습니다. 어느 쪽이 동료의 것인지, 둘 다 아닌지 알 수 없습니다.
colleague-key-how = 전부터 알던 번호로 전화해 보관함을 새로 만들었는지 묻고, 새 숫자를 읽어 달라고 하십시오.
colleague-key-until-now = 지금까지
colleague-key-new = 새 키
colleague-key-compared = 새 숫자를 전화나 만난 자리에서 대조했고 모두 같습니다.
colleague-key-go = 키 바꾸기
colleague-key-done = 새 키로 바꾸었습니다: { $name }. 아직 대조하지 않은 것으로 표시됩니다. 무엇이든 보내기 전에 숫자를 한 번 더 대조하십시오.

colleague-verify-way = 대조하는 방법
colleague-verify-by-voice = 전화로
colleague-verify-by-sight = 나란히 놓고
colleague-verify-sight = 동료의 화면에서 ‘내 신원’에 있는 숫자와 한 묶음씩 맞추어 보십시오: { $name }
colleague-verify-sight-all = 열두 묶음이 모두 같아야 합니다. 한 자리만 달라도 다른 신원입니다.
colleague-verify-same = 열두 묶음이 모두 같음

colleague-renew = 이 보관함을 백업에서 되살렸습니까?
colleague-renew-why = 백업 뒤에 쓴 내용을 동료가 이미 가지고 있을 수 있습니다. 같은 기기 기록에 이어 쓰면 동료의 프로그램이 받아들이지 않습니다. 쓰기 전에 새 기기 기록을 시작하고, 모든 동료에게 ‘{ bundle-reach-all }’로 만든 꾸러미를 부탁해 받아들이십시오. 필요 없었더라도 해가 되지 않습니다.
colleague-renew-go = 새 기기 기록 시작
colleague-renewed = 앞으로 이 보관함은 새 기기 기록에 씁니다. 지문은 그대로입니다.
colleague-own-forked = 이 보관함의 사본 두 벌에 각각 쓴 적이 있습니다: 기기 기록의 { $from }번째부터. 양쪽 다 남아 있습니다. 한쪽에만 쓰십시오.
