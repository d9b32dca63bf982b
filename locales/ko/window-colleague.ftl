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
colleague-mismatch-anew = 동료에게 다른 방법으로 신원을 다시 받아, 다른 이름으로 추가하십시오.
