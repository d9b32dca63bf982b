# 동료, 그리고 동료에게 보이는 이쪽의 신원.

copy = 복사
copy-done = 복사했습니다
copy-failed = 복사하지 못했습니다

colleague-title = 동료
colleague-lede = 꾸러미를 주고받는 사람들입니다. 서로를 한 번씩 추가해야 합니다.
colleague-none = 아직 동료가 없습니다.
colleague-none-hint = 동료와 신원을 주고받은 뒤 여기에 추가하십시오.
colleague-fingerprint = 지문: 숫자 60자리
colleague-verified = 확인됨
colleague-unverified = 확인 안 됨
colleague-verified-on = { $date }에 확인함
colleague-added-on = { $date }에 추가함
colleague-unverified-why = 지문을 확인하기 전에는 이 신원이 정말 그 사람의 것인지 알 수 없습니다.
colleague-looks-like = 다른 동료와 이름이 똑같아 보입니다: { $name }. 둘 중 하나의 이름을 바꾸십시오.
colleague-verify = 지문 확인…

colleague-own = 내 신원
colleague-own-lede = 비밀이 아니므로 어떤 방법으로 보내도 됩니다. 아래 숫자가 지문입니다. 동료가 확인하려고 전화하면 읽어 주십시오.
colleague-own-save = 파일로 저장…
colleague-own-saved = 신원을 저장했습니다: { $path }. 이 파일을 동료에게 전한 뒤 전화로 지문을 확인하십시오.

colleague-add = 동료 추가
colleague-add-lede = 동료의 신원은 동료의 앱에서 ‘동료’ 화면에 있습니다.
colleague-add-go = 동료 추가
colleague-name = 이름
colleague-name-hint = 동료를 부르는 이름입니다. 나에게만 보입니다.
colleague-by = 신원을 받은 방법
colleague-by-file = 파일
colleague-by-line = 글
colleague-file = 신원 파일
colleague-line = fieldnotes-identity-1로 시작하는 신원
colleague-added = 동료를 추가했습니다: { $name }. 첫 꾸러미를 보내기 전에 전화로 지문을 확인하십시오.

colleague-verify-title = 지문 확인: { $name }
colleague-verify-lede = 전화나 만난 자리에서 숫자를 서로 읽어 주십시오. 이메일이나 메신저로는 하지 마십시오. 신원을 바꿔치기한 사람이라면 메시지도 바꿀 수 있습니다.
colleague-verify-step-call = 이미 알고 있는 번호로 전화하십시오.
colleague-verify-step-listen = 동료가 ‘내 신원’에 있는 숫자를 읽으면 그대로 입력하십시오.
colleague-verify-step-read = 이어서 내 숫자를 읽어 주어 동료도 확인하게 하십시오.
colleague-verify-typed = 동료가 읽은 숫자
colleague-verify-count = { $total }자리 중 { $count }자리
colleague-verify-go = 확인
colleague-verified-now = 숫자가 일치합니다. 동료를 확인했습니다.

colleague-mismatch = 숫자가 일치하지 않습니다. 본인이 아닐 수 있습니다: { $name }
colleague-mismatch-again = 숫자를 다시 불러 달라고 하고 입력한 숫자를 확인하십시오.
colleague-mismatch-stop = 계속 다르면 이 신원으로는 아무것도 보내지 마십시오. 누군가 자기 신원으로 바꿔치기했을 수 있습니다.
colleague-mismatch-anew = 동료에게 다른 방법으로 신원을 다시 받아 ‘{ colleague-new-key }’로 바꾸십시오.

colleague-pill-retired = 제외함
colleague-pill-new-key = 키 바뀜
colleague-pill-former-key = 이전 키
colleague-pill-forked = 복사된 보관함
colleague-retired-since = { $date }에 제외했습니다. 이 동료에게는 보낼 수 없고, 이 동료의 꾸러미는 따로 허락할 때만 받습니다. 누가 썼는지는 계속 표시됩니다.
colleague-key-changed = { $date }에 키가 바뀌었습니다. 전에 확인한 아래 지문은 더 이상 유효하지 않습니다.
colleague-key-changed-unverified = { $date }에 키가 바뀌었습니다. 확인한 적 없는 아래 지문은 더 이상 유효하지 않습니다.
colleague-forked = 동료의 보관함 사본 두 개가 따로 쓰였습니다: { $name }, 기기 기록의 { $from }번째 항목부터. 양쪽 다 남아 있습니다. 어느 사본을 사용하는지 동료에게 묻고 한쪽만 사용하게 하십시오.
colleague-rename = 이름 바꾸기…
colleague-rename-title = 이름 바꾸기: { $name }
colleague-rename-go = 이름 바꾸기
colleague-renamed = 이름을 바꾸었습니다: { $name }
colleague-new-key = 키 바꾸기…
colleague-retire = 제외…
colleague-restore = 복원
colleague-restored = 동료를 복원했습니다: { $name }
colleague-retire-title = 동료에서 제외: { $name }
colleague-retire-out = 이 동료에게는 더 이상 보낼 수 없습니다.
colleague-retire-in = 이 동료의 꾸러미는 따로 허락할 때만 받습니다.
colleague-retire-kept = 이미 보낸 것은 동료에게 남아 있습니다. 누가 썼는지는 계속 표시되며, 언제든 복원할 수 있습니다.
colleague-retire-go = 제외
colleague-retired-now = 동료에서 제외했습니다: { $name }

colleague-by-qr = QR 코드
colleague-picture = QR 코드 그림
colleague-picture-hint = 화면 캡처나 사진(PNG, JPEG). 코드가 또렷하고 반듯하고 크게 나와야 합니다.
colleague-copy-digits = 숫자 복사
colleague-qr = 내 신원의 QR 코드
colleague-qr-show = QR 코드 보기
colleague-qr-hide = QR 코드 숨기기
colleague-qr-save = QR 코드 저장…
colleague-qr-how = 동료가 이 코드를 찍어 그 사진으로 나를 추가할 수 있습니다. 그래도 숫자는 확인해야 합니다.

colleague-key-title = 키 바꾸기: { $name }
colleague-key-lede = 보관함을 새로 만들었다고 동료에게 전화나 대면으로 직접 들었을 때만 바꾸십시오: { $name }
colleague-key-warning = 지금까지 쓰던 키가 아닙니다: { $name }
colleague-key-was-verified = 현재 키는 확인된 것입니다. 키가 새로 나왔다면 동료가 보관함을 새로 만들었거나, 누군가 동료 행세를 하는 것입니다.
colleague-key-was-unverified = 현재 키는 확인한 적이 없습니다. 어느 쪽이 동료의 것인지, 둘 다 아닌지 알 수 없습니다.
colleague-key-how = 이미 알고 있는 번호로 전화해 보관함을 새로 만들었는지 묻고, 새 숫자를 읽어 달라고 하십시오.
colleague-key-until-now = 현재 키
colleague-key-new = 새 키
colleague-key-compared = 새 숫자를 전화나 만난 자리에서 대조했고 모두 일치합니다.
colleague-key-go = 키 바꾸기
colleague-key-done = 새 키로 바꾸었습니다: { $name }. 아직 확인되지 않은 상태입니다. 무엇이든 보내기 전에 지문을 한 자리씩 확인하십시오.

colleague-verify-way = 확인 방법
colleague-verify-by-voice = 전화
colleague-verify-by-sight = 만나서
colleague-verify-sight = 동료의 화면에서 ‘내 신원’에 있는 숫자와 한 묶음씩 대조하십시오: { $name }
colleague-verify-sight-all = 열두 묶음이 모두 일치해야 합니다. 한 자리만 달라도 다른 신원입니다.
colleague-verify-same = 열두 묶음이 모두 일치함

colleague-renew = 백업에서 복원한 보관함
colleague-renew-why = 백업에서 복원했다면 그 뒤에 쓴 내용을 동료가 이미 가지고 있을 수 있습니다. 같은 기기 기록에 이어 쓰면 동료의 프로그램이 받지 않습니다. 쓰기 전에 새 기기 기록을 시작하고, 모든 동료에게 ‘{ bundle-reach-all }’로 만든 꾸러미를 부탁해 받으십시오. 필요 없었더라도 해가 되지 않습니다.
colleague-renew-go = 새 기기 기록 시작
colleague-renewed = 앞으로 이 보관함은 새 기기 기록을 사용합니다. 지문은 그대로입니다.
colleague-own-forked = 이 보관함의 사본 두 개가 따로 쓰였습니다: 기기 기록의 { $from }번째 항목부터. 양쪽 다 남아 있습니다. 앞으로는 한쪽만 사용하십시오.
