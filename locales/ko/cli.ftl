# 터미널 프로그램이 하는 말.

failure = 오류: { $message }
failure-hint = { $hint }

prompt-passphrase = 암호 문구:
prompt-new-passphrase = 새 암호 문구:
prompt-again = 한 번 더:
prompt-recovery-words = 복구 단어:
prompt-rekey = 새 키와 새 복구 단어도 만들겠습니까? 그러면 이전 암호 문구나 복구 단어로는 앞으로 쓸 내용을 열 수 없습니다. 예 또는 아니요를 입력하십시오:
prompt-text = 글을 입력하거나 붙여 넣으십시오. 끝나면 줄 맨 앞에서 Ctrl+D를 누르십시오.
prompt-words-written = 위의 단어는 아직 쓸 수 없습니다. 종이에 적었습니까? 예 또는 아니요를 입력하십시오:
answer-yes = 예 네
answer-no = 아니요 아니오 아뇨
prompt-bundle-passphrase = 꾸러미 암호 문구:
prompt-new-bundle-passphrase = 새 꾸러미 암호 문구:
prompt-review-passphrase = 검토본 암호 문구:
prompt-new-review-passphrase = 새 검토본 암호 문구:

# 핵심부에 묻기 전에 잘못된 것. 나머지는 errors.ftl에 있다.
error-unknown-command = 알 수 없는 명령입니다: “{ $argument }”
    .hint = fieldnotes --help 명령으로 목록을 볼 수 있습니다.
error-missing-command = 명령이 빠졌습니다.
    .hint = --help를 붙이면 명령을 볼 수 있습니다.
error-unknown-option = 여기서는 “{ $argument }” 옵션을 쓸 수 없습니다.
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-missing-argument = 빠진 항목이 있습니다: { $argument }
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-invalid-argument = { $fault ->
        [empty] { $argument } 항목이 비어 있거나 값이 없습니다.
        [not_utf8] UTF-8 글자가 아닌 인자가 있습니다: “{ $value }”
       *[other] { $argument } 항목에 “{ $value }” 값은 쓸 수 없습니다.
    }
    .hint = { $fault ->
        [not_utf8] 터미널의 문자 인코딩을 UTF-8로 바꾸고 다시 입력하십시오. 다른 인코딩은 파일과 폴더 이름에만 쓸 수 있습니다.
       *[other] 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
    }
error-conflicting-arguments = { $argument } 항목은 { $other } 항목과 함께 쓸 수 없습니다.
    .hint = 둘 중 하나를 빼십시오.
error-usage = 명령줄을 이해할 수 없습니다.
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-no-vault-named = 보관함을 지정하지 않았습니다.
    .hint = --vault로 폴더를 지정하거나 FIELDNOTES_VAULT 환경 변수를 설정하십시오.
error-no-passphrase = 암호 문구가 필요하지만 입력할 터미널이 없습니다.
    .hint = 암호 문구가 든 파일을 지정하십시오. --help에서 passphrase-file 또는 recovery-file로 끝나는 항목을 보십시오.
error-nothing-typed = 입력한 것이 없습니다.
    .hint = 암호 문구를 입력하거나 암호 문구가 든 파일을 지정하십시오.
error-passphrases-differ = 두 번 입력한 암호 문구가 서로 다릅니다.
    .hint = 아무것도 바뀌지 않았습니다. 다시 시도하십시오.
error-stdin-twice = 표준 입력은 한 가지에만 쓸 수 있습니다.
    .hint = -는 한 번만 쓰고 나머지는 파일로 지정하십시오.
error-file-too-large = 이 용도로는 파일이 너무 큽니다: { $file }
    .hint = 맞는 파일인지 확인하십시오.
error-output-lost = 출력을 끝까지 쓰지 못했습니다.
    .hint = 명령 자체는 실행되었습니다. 출력이 가는 디스크나 프로그램을 확인하고, 바뀐 내용은 다른 명령으로 보십시오.
error-words-lost-unchanged = 새 복구 단어를 출력하지 못해 새 키를 만들지 않았습니다.
    .hint = 터미널에서 다시 하거나 출력이 가는 디스크를 확인하십시오. 출력된 단어는 쓸 수 없으니 없애십시오. 이전 복구 단어를 그대로 쓸 수 있습니다.
error-recovered-not-rekeyed = 이제 새 암호 문구로 보관함이 열립니다. 새 키는 만들지 않았습니다.
    .hint = 위의 복구 단어는 쓸 수 없고, 입력한 복구 단어를 그대로 쓸 수 있습니다. 새 키는 fieldnotes vault rekey 명령으로 만듭니다.
error-output-closed = 표준 출력이 닫혀 있는데, 이 명령은 내용을 출력하기만 합니다.
    .hint = 아무것도 바뀌지 않았습니다. 출력을 볼 수 있는 곳에서 실행하거나 파일로 출력하십시오.
error-words-lost = 복구 단어를 출력하지 못해 보관함을 만들지 않았습니다.
    .hint = 터미널에서 보관함을 만들거나 출력이 가는 디스크를 확인하십시오. 출력된 단어가 있으면 없애십시오.
error-demo-failed = 시연이 “{ $step }” 단계에서 예상대로 되지 않았습니다.
    .hint = 프로그램의 오류입니다. 개발자에게 알려 주십시오.

# 보관함
vault-created =
    보관함을 만들었습니다: { $folder }
    지문: { $fingerprint }

    아래는 복구 단어입니다. 암호 문구를 잊었을 때 보관함을 여는 단어이며, 지금 한 번만 보여 줍니다.
    종이에 적어 이 컴퓨터와 떨어진 곳에 두십시오.

    { $words }
vault-status =
    기록:       { $records }건 (판 { $revisions }개)
    충돌:       { $conflicts }건
    초안:       { $drafts }건
    첨부 파일:  { $files }개 ({ $size })
    동료:       { $colleagues }명
    지문:       { $fingerprint }
vault-verified = 읽은 것: 판 { $revisions }개 중 { $readable }개, 첨부 파일 { $files }개 중 { $readable_files }개.
vault-damage = 손상됨: { $part }
vault-damage-record = 손상됨: { $part } (기록 { $record })
vault-damage-revision = 손상됨: { $part } (기록 { $record }, 판 { $revision })
vault-damage-table = 손상됨: { $part }. 자리: { $table }
vault-damage-advice = {"  "}→ { $advice }
vault-mended = 고쳤습니다: { $part }
vault-lost-exchanged = 잃은 것: 동료 { $name }에게 무엇이 있고 무엇을 보냈는지에 대한 정보. 그 동료에게 기록을 다시 보내게 됩니다.
vault-lost-verified = 잃은 것: 동료 { $name }의 지문을 확인했다는 표시. 보내기 전에 지문을 다시 확인하십시오.
vault-lost-colleagues = 잃은 것: 동료 { $count }명. 남은 동료를 colleague list로 확인하고 나머지를 다시 추가하십시오.
vault-lost-journals = 잃은 것: 가져오기 { $count }번에서 들어온 것의 목록. 그 가져오기는 더 이상 취소할 수 없으며, 기록은 그대로 있습니다.
vault-lost-receipts = 잃은 것: { $count ->
        [0] 받은 꾸러미 목록의 일부
       *[other] 받은 꾸러미 목록 가운데 { $count }개
    }. 기록은 그대로 있습니다. 더는 전달하지 말라는 알림이 그 꾸러미에 있었을 수 있으니, 보내기 전에 동료에게 다시 알려 달라고 하십시오.
vault-was-not-locked = 지난번에 보관함이 정상적으로 닫히지 않아 일부 바이트는 점검하지 못했습니다. 손상은 아닙니다.
vault-strangers = 폴더에 보관함과 상관없는 파일이 { $count }개 있습니다. 그대로 두었습니다.
vault-stranger = {"  "}{ $name }
vault-strangers-more = {"  "}그 밖에 { $count }개
vault-unnamed-files = 보관함의 어떤 기록도 가리키지 않는 봉인 파일이 { $count }개 있습니다. 더 새로운 상태에 속할 수 있어 그대로 둡니다.
vault-whole = 손상된 곳이 없습니다.
vault-not-whole = 그 밖에 읽은 것은 모두 온전합니다. 무엇이든 고치기 전에 먼저 폴더 전체를 다른 디스크에 복사하십시오.
vault-new-words =
    아래는 새 복구 단어입니다. 지금 한 번만 보여 주며, 보관함을 다시 암호화하면 이전 복구 단어를 대신합니다.
    종이에 적어 이 컴퓨터와 떨어진 곳에 두고, 암호화가 끝나면 이전 종이는 없애십시오.

    { $words }
vault-rekeyed = 새 키로 보관함을 다시 암호화했습니다. 이제 보관함은 암호 문구와 새 복구 단어로 열리고, 이전 암호 문구나 복구 단어로는 앞으로 쓸 내용을 열 수 없습니다. 전에 만든 사본과 백업은 그대로 열리니 필요 없는 것은 없애십시오. 내 신원은 그대로입니다.
passphrase-perhaps-changed = 보관함을 다시 열어 볼 때까지 이전 암호 문구와 새 암호 문구를 모두 간직하십시오. 둘 중 하나로 열리며 기록은 그대로 있습니다.
vault-not-rekeyed = 위의 복구 단어는 쓸 수 없고, 이전 복구 단어를 그대로 쓸 수 있습니다.
vault-perhaps-rekeyed = 보관함을 다시 열어 볼 때까지 위의 복구 단어와 이전 복구 단어를 모두 간직하십시오. 암호 문구를 바꾸려 했다면 두 암호 문구도 모두 간직하십시오. 둘 중 하나로 열리며 기록은 그대로 있습니다.
warning-rekey-done = 중단되었던 새 키 만들기를 마쳤습니다. 새 복구 단어를 쓸 수 있고 이전 복구 단어는 더 이상 쓸 수 없습니다. 새 복구 단어를 적어 두지 못했으면 fieldnotes vault rekey 명령으로 다시 만드십시오.
warning-rekey-not-done = 새 키를 만들다가 중단되었습니다. 아무것도 바뀌지 않았습니다. 이전 복구 단어를 그대로 쓸 수 있고, 그때 보여 준 복구 단어는 쓸 수 없습니다. 새 키를 만들려면 fieldnotes vault rekey 명령을 쓰십시오.
vault-recovered = 이제 새 암호 문구로 보관함이 열립니다. 복구 단어는 그대로 쓸 수 있습니다. 다른 사람이 이전 암호 문구를 알거나 보관함의 이전 사본을 가졌을 수 있으면 fieldnotes vault rekey 명령으로 새 키를 만드십시오.
vault-recovered-first = 이제 새 암호 문구로 보관함이 열립니다. 이어서 새 키를 만듭니다. 다 만들 때까지는 입력하신 복구 단어를 그대로 쓸 수 있습니다.
passphrase-changed = 이제 새 암호 문구로 보관함이 열립니다. 다른 사람이 이전 암호 문구를 알거나 보관함의 이전 사본을 가졌을 수 있으면 fieldnotes vault rekey 명령으로 새 키를 만드십시오. 그러면 이전 암호 문구나 복구 단어로는 앞으로 쓸 내용을 열 수 없습니다.
passphrase-offered = 무작위로 만든 추천 암호 문구: { $words }
warning-test-kdf = 주의: --test-kdf로 만든 보관함은 내용을 거의 보호하지 못합니다. 시험할 때만 쓰십시오.
warning-test-vault = 주의: 시험용 보관함이라 내용을 거의 보호하지 못합니다.
warning-read-only = 보관함이 손상되어 읽기 전용으로 열렸습니다.
warning-storage-read-only = 보관함의 디스크나 폴더에 쓸 수 없어 읽기 전용으로 열었습니다.
warning-not-closed = 저장한 것은 그대로 있지만 보관함을 정상적으로 닫지 못했습니다. { $reason } 다음에 열 때 마무리합니다.
warning-network-open = 참고: 이 시스템의 커널은 이 프로그램의 네트워크 연결을 막아 주지 않습니다. 프로그램은 연결을 열지 않지만, 함께 쓰는 라이브러리까지 막아 주지는 못합니다.
warning-swap = 이 시스템에서는 메모리를 고정할 수 없어 키가 스왑 공간에 기록될 수 있습니다.
warning-swap-plain = 이 시스템의 스왑은 암호화되지 않은 것으로 보입니다. 보관함이 열려 있는 동안 본 내용이 디스크에 남을 수 있습니다. 스왑을 끄거나 암호화하고, 보관함을 연 채로 최대 절전 모드를 쓰지 마십시오.
warning-unknown-members = 알 수 없는 항목이지만 그대로 보관했습니다: { $names }. 철자가 맞는지 확인하십시오.
warning-unknown-member-in-line = 알 수 없는 항목이지만 그대로 보관했습니다: { $name } ({ $line }번째 줄{ $count ->
        [one] {""}
       *[other] {", 기록 "}{ $count }개
    }). 철자가 맞는지 확인하십시오.
warning-open-link = { $line }번째 줄이 가리키는 기록이 이 보관함에 없습니다: { $id }
warning-open-links-more = 이 보관함에 없는 다른 기록: { $count }개
warning-weak-passphrase = 주의: 추측하기 쉬운 암호 문구입니다. 무작위로 만든 단어 여섯 개 이상을 쓰십시오.

damage-header = 헤더
damage-header-replaced = 헤더(이전 것이거나 데이터베이스에 적힌 것과 다름)
damage-header-copy = 헤더의 사본
damage-database = 데이터베이스(일부를 읽을 수 없음)
damage-database-schema = 데이터베이스(이 프로그램이 만들지 않은 것이 들어 있음)
damage-database-bytes = 데이터베이스(어느 행에도 속하지 않는 바이트)
damage-database-replaced = 데이터베이스(이전 것이나 다른 사본으로 바뀜)
damage-page-seal = 데이터베이스 파일의 봉인
damage-state = 상태 정보(빠진 행이 있는지 알 수 없음)
damage-rows = 읽을 수 없는 행
damage-row = 행
damage-row-set = 제거되었거나 추가되었거나 이전 것으로 바뀐 행
damage-revision = 서명이 올바르지 않은 판
damage-body = 판의 내용
damage-content = 첨부 파일의 내용
damage-of-table = { $part }({ $table })

table-state = 상태 정보
table-revisions = 판
table-bodies = 판의 내용
table-drafts = 초안
table-own-identity = 본인의 신원
table-colleagues = 동료
table-files = 첨부 파일 목록
table-receipts = 받은 꾸러미 목록
table-unused-space = 사용하지 않는 공간

advice-repair = 기록은 그대로 있습니다. fieldnotes vault repair 명령으로 고칠 수 있습니다.
vault-went-on-from-older = 이제 이전 데이터베이스를 사용합니다. 그 뒤에 저장한 것은 없으니 동료에게 전체 꾸러미(bundle export --full)를 부탁하십시오.
advice-replaced = 그 뒤에 저장한 것이 빠졌을 수 있습니다. 동기화 프로그램이 보관하는 이전 버전이나 백업에서 더 새로운 vault.db를 찾아, 보관함을 잠근 상태에서 복원하십시오. 찾을 수 없으면 fieldnotes vault repair --accept-older로 지금의 데이터베이스를 계속 쓰고, 동료에게 전체 꾸러미(bundle export --full)를 부탁하십시오.
advice-header-replaced = 이전 암호 문구나 이전 복구 단어로 보관함이 열리는 상태입니다. 가장 최근의 암호 문구로 fieldnotes vault repair 명령을 실행하면 사본에서 새 헤더를 복원합니다. 사본도 이전 것이면 백업에서 더 새로운 헤더를 찾으십시오. 찾을 수 없으면 fieldnotes vault repair --accept-older로 지금의 헤더를 계속 쓰고, 암호 문구를 바꾸십시오.
advice-repair-later = 기록은 그대로 있습니다. 다른 손상이 없어진 뒤 fieldnotes vault repair 명령으로 고칠 수 있습니다.
advice-rebuild = 기록은 그대로 있습니다. fieldnotes vault repair 명령이 읽을 수 있는 만큼 다시 만들고, 잃은 것을 알려 줍니다.
advice-fetch-content = 이 첨부 파일을 가진 동료의 전체 꾸러미(bundle export --full)를 받거나, 보관함을 백업에서 복원하십시오.
advice-move = 백업에서 복원하십시오. 백업이 없으면 새 보관함을 만들어 남은 기록을 bundle export --read-damaged로 보내고, 동료의 꾸러미도 받으십시오.

# 기록
kind-person = 인물
kind-testimony = 증언
kind-note = 메모
kind-place = 장소
kind-attachment = 첨부 파일
record-added = 저장했습니다: { $id }
record-saved = 새 판으로 저장했습니다: { $revision }
record-saved-merged = 그사이에 기록이 바뀌었습니다. 두 변경을 모두 보존했습니다: record show { $id }
record-saved-in-conflict = 그사이에 기록의 같은 곳이 바뀌었습니다. 두 판을 모두 보존했습니다: conflict show { $id }
record-trashed = 삭제했습니다. 기록은 휴지통에 있습니다.
record-restored = 복원했습니다.
record-head = { $kind }  { $id }
record-unread = 최신 판({ $revision })을 읽을 수 없어 바로 앞의 판을 보여 줍니다.
record-withdrawn = 동료가 더는 전달하지 말라고 알린 기록입니다. 증언자가 동의를 철회했거나 한 보관함에만 두기로 했습니다. 밖으로 보내지 않습니다.
record-in-trash = 휴지통에 있습니다.
record-merged = 서로 겹치지 않는 변경 { $sides }건을 합친 내용입니다. 다음에 저장하거나 fieldnotes conflict merge { $id } 명령을 실행하면 판으로 남습니다.
record-in-conflict = 충돌이 있는 기록입니다: { $id }. 양쪽을 보려면 fieldnotes conflict show { $id }
records-unchanged = 이미 있고 내용이 같아 추가하지 않은 기록: { $count }개
records-imported = 기록 { $count }건을 추가했습니다.
list-line = { $id }  { $time }  { $kind }  { $title }
list-line-conflict = { $id }  { $time }  { $kind }  { $title }  (충돌)
list-line-unreadable = { $id }  { $time }  { $kind }  (내용이 없거나 손상됨)
list-empty = 항목이 없습니다.
list-more = 더 보기: --after { $cursor }
history-line = 판 { $revision }, { $time }에 저장, 저장한 사람: { $who }
history-not-held = (이 보관함에 내용이 없음)
by-self = 본인
by-colleague = { $name }
by-colleague-unverified = { $name } (확인 안 됨)
by-unknown = 알 수 없는 사람
sender-retired = ({ $time }에 제외한 동료)
sender-key-changed = ({ $time }에 키가 바뀜)
sender-former-key = (이전 키로 서명함)

# 첨부 파일
attachment-added = 첨부했습니다: { $id }
attachment-line = { $id }  { $size }  { $name }
attachment-line-not-held = { $id }  { $size }  { $name }  (이 보관함에 내용이 없음)
attachment-saved = 암호화하지 않은 사본을 저장했습니다: { $file } ({ $size })

# 찾기
search-hit =
    { $id }  { $kind }  { $title }
    {"    "}{ $snippet }
search-hit-near =
    { $id }  { $kind }  { $title }  (비슷한 표기)
    {"    "}{ $snippet }
search-total = 검색 결과: { $total }건, 정확히 일치: { $exact }건, 표시: { $shown }건
search-unclear = 알 수 없어 검색에서 제외한 말: { $part }

# 신원과 동료
identity-shown =
    지문: { $fingerprint }
    내 신원을 동료에게 전하려면 fieldnotes identity export --out 파일 명령을 실행하거나, 여기에 --qr를 붙이십시오.
identity-exported =
    저장했습니다: { $file }. 동료에게 전한 뒤 아래 지문을 전화나 대면으로 확인하십시오.
    { $fingerprint }
colleague-added =
    동료를 추가했습니다: { $name }. 아래 지문을 전화나 대면으로 대조한 뒤
    fieldnotes colleague verify 명령을 실행하십시오.
    { $fingerprint }
colleague-line = { $name }  (확인 안 됨)  { $fingerprint }
colleague-line-verified = { $name }  ({ $time }에 확인함)  { $fingerprint }
colleague-looks-like = 다른 동료와 이름이 똑같아 보입니다: { $name }. 둘 중 하나의 이름을 바꾸십시오.
colleague-verified = 지문이 일치합니다. 확인한 동료: { $name }
colleague-is-retired = { $time }에 제외함: 이 동료에게는 보낼 수 없고, 이 동료의 꾸러미는 따로 허락할 때만 받습니다.
colleague-key-changed = { $time }에 키가 바뀜. 이전 지문(확인됨): { $fingerprint }
colleague-key-changed-unverified = { $time }에 키가 바뀜. 이전 지문(확인 안 됨): { $fingerprint }
colleague-retired = 동료에서 제외했습니다: { $name }. 앞으로는 보낼 수 없습니다. 이미 보낸 것은 동료에게 남아 있습니다.
colleague-restored = 동료를 복원했습니다: { $name }
colleague-renamed = 동료의 이름을 바꾸었습니다: { $name }
colleague-has-new-key =
    동료의 신원을 바꾸었습니다: { $name }. 이제 확인되지 않은 상태입니다. 아래 지문을 전화나 대면으로 대조한 뒤
    fieldnotes colleague verify 명령을 실행하십시오.
    { $fingerprint }
log-is-forked-self = 이 보관함의 사본 두 개가 따로 쓰였습니다: 기기 기록 { $device }, { $from }번째 항목부터. 양쪽 다 남아 있습니다. 앞으로는 한쪽만 사용하십시오.
log-is-forked-colleague = 동료 { $name }의 보관함 사본 두 개가 따로 쓰였습니다: 기기 기록 { $device }, { $from }번째 항목부터. 양쪽 다 남아 있습니다. 어느 쪽을 사용하는지 동료에게 물어보십시오.
log-is-forked-unknown = 누군가의 보관함 사본 두 개가 따로 쓰였습니다: 기기 기록 { $device }, { $from }번째 항목부터. 양쪽 다 남아 있습니다.
log-is-claimed = 이 기기 기록을 { $by ->
        [self] 이 보관함의 신원도
        [colleague] 동료 { $claimed-name }도
       *[other] 모르는 사람도
    } 자기 것이라고 합니다: { $device }. 이 기록은 여전히 { $who ->
        [self] 이 보관함의 것
        [colleague] 동료 { $name }의 것
       *[other] 누구의 것도 아닌 것
    }입니다. 누가 썼는지의 표시도 바뀌지 않습니다. 두 사람 모두 이 기록의 키를 가지고 있으니, 이유를 전화로 물어보십시오.
device-renewed = 앞으로 이 보관함은 새 기기 기록을 사용합니다: { $device }. 동료의 프로그램이 자동으로 인식하므로 동료에게 알릴 필요는 없습니다.
identity-qr = 코드의 너비는 { $columns }칸입니다. 잘려 보이면 터미널을 넓히거나 글자를 줄이십시오. --qr-file로 그림 파일을 만들어도 됩니다. 밝은 배경에서는 카메라가 읽지 못할 수 있습니다.
colleagues-none = 아직 동료가 없습니다.

# 꾸러미
bundle-written = 저장했습니다: { $file } ({ $size }). 기록 { $records }건, 판 { $revisions }개, 첨부 파일 { $files }개.
bundle-unverified = 확인 안 됨: { $name }
bundle-left-out = 제외한 기록: { $id }. 이유: { $reason }
bundle-left-out-with = 제외한 기록: { $id }, { $owner } 기록에 딸린 것입니다. 이유: { $reason }
bundle-unreadable = 이 기록의 이전 판 하나는 읽을 수 없어 내용 없이 보냈습니다: { $id }
bundle-withdrawn = 더는 전달하지 말라고 받는 사람에게 알리는 기록: { $id }
bundle-not-noted = 파일은 온전하지만 보냈다는 사실을 저장하지 못했습니다. 다음에 같은 내용을 다시 보냅니다.
bundle-plan = 보낼 것: 기록 { $records }건, 판 { $revisions }개, 첨부 파일 { $files }개. 크기는 약 { $size }입니다.
bundle-plan-nothing = 보낼 것이 없습니다.
bundle-waiting = { $name }: { $time }부터 받았다는 확인이 없습니다. 꾸러미 { $bundles }개, 판 { $revisions }개.
preview-file =
    보낸 사람:  { $sender }, { $time }
    지문:       { $fingerprint }
    기록:       { $records }건
    판:         { $revisions }개 (새것 { $new }개)
    첨부 파일:  { $files }개 ({ $size })
preview-meant-us = 이 보관함에 보낸 꾸러미입니다.
preview-meant-passphrase = 암호 문구를 아는 사람이면 누구나 열 수 있는 꾸러미입니다.
preview-meant-others = 다른 사람에게 보낸 것을 누군가 전달한 꾸러미입니다. 받을 수 없습니다. 보낸 사람에게 이 보관함으로 보내는 꾸러미를 부탁하십시오.
preview-token = 이 꾸러미만 받으려면: --expect { $token }
preview-seen = 전에 받은 꾸러미입니다.
preview-standing-older = 새로운 것도 모두 이 보관함에 있는 것보다 오래된 상태입니다.
preview-standing-known = 모두 이 보관함에 이미 있습니다.
preview-count = { $state }: { $count }건
preview-forked-self = 이 보관함의 사본 두 개가 따로 쓰였습니다: 기기 기록 { $device }, { $from }번째 항목부터. 양쪽을 모두 받으려면 --accept-forked를 붙이십시오. 잃는 것은 없습니다.
preview-forked-colleague = 동료 { $name }의 보관함 사본 두 개가 따로 쓰였습니다: 기기 기록 { $device }, { $from }번째 항목부터. 어느 쪽을 사용하는지 동료에게 전화로 물어보십시오. 양쪽을 모두 받으려면 --accept-forked를 붙이십시오. 잃는 것은 없습니다.
preview-forked-unknown = 누군가의 보관함 사본 두 개가 따로 쓰였습니다: 기기 기록 { $device }, { $from }번째 항목부터. 누구의 것인지 전화로 알아보십시오. 양쪽을 모두 받으려면 --accept-forked를 붙이십시오. 잃는 것은 없습니다.
preview-state-conflict = 충돌
preview-state-merged = 양쪽 변경을 합침
preview-state-withdrawn = 철회됨
preview-state-waiting = 이전 판을 기다림
preview-state-new = 새 기록
preview-state-changed = 바뀜
preview-state-older = 가진 것보다 오래됨
preview-state-known = 이미 있음
preview-record = { $state }  { $id }  { $title } ({ $size })
preview-record-files = { $state }  { $id }  { $title } ({ $size }), 첨부 파일 { $files }개 ({ $file-size })
preview-record-trashed = { $state }, 휴지통  { $id }  { $title } ({ $size })
bundle-imported = 보낸 사람: { $sender }. 기록 { $records }건의 새 판 { $new }개, 새 첨부 파일 { $files }개.
bundle-imported-seen = 보낸 사람: { $sender }. 전에 받은 꾸러미입니다. 기록 { $records }건의 새 판 { $new }개, 새 첨부 파일 { $files }개.
import-withdrawn = 보낸 사람이 더는 전달하지 말라고 알린 기록: { $id }. 앞으로 꾸러미와 검토본에 들어가지 않습니다.
import-waiting = 이전 판이 아직 도착하지 않아 기다리는 판: { $count }개.
import-rolled-back = 꾸러미에 이 보관함의 더 나중 상태에 대한 정보가 있습니다. 보관함이 이전 상태로 되돌려져 있었다는 뜻입니다. 본인이 한 일이 아니라면 누군가 컴퓨터에 손을 댄 것입니다. 꾸러미에 그 내용이 있었다면 복구했고, 앞으로는 새 기기 기록을 사용합니다. 더 쓰기 전에 모든 동료에게 전체 꾸러미(bundle export --full)를 부탁해 받으십시오.
import-unheeded = 동료 { $name }의 꾸러미에 또다시 이 보관함의 더 나중 상태에 대한 정보가 있습니다. 같은 일이 너무 잦아 이번에는 무시했습니다. { $name } 본인에게 전화로 물어보십시오. 이 보관함을 백업에서 복원했다면 identity renew-device로 새 기기 기록을 시작하십시오.
import-partial = 선택한 것만 받았습니다. 나머지는 나중에 같은 파일에서 받을 수 있습니다.
import-undo-by = 가져오기를 취소하려면: fieldnotes bundle undo { $id }
import-line = { $id }  { $time }  판 { $revisions }개, 첨부 파일 { $files }개
import-bundle = {"    "}보낸 사람: { $sender }. 기록 { $records }건의 판 { $revisions }개
import-bundle-partial = {"    "}보낸 사람: { $sender }. 일부만 받음. 기록 { $records }건의 판 { $revisions }개
imports-none = 아직 가져오기가 없습니다.
undo-built-on = {"    "}취소할 수 없음: 그 뒤에 수정한 기록 { $count }건: { $ids }
undo-draft = {"    "}취소할 수 없음: 저장하지 않은 초안이 있는 기록 { $count }건: { $ids }
undo-later-import = {"    "}같은 내용이 나중에 받은 { $count }건에도 들어 있어, 그것부터 취소해야 합니다: { $ids }
undo-too-old = {"    "}취소할 수 없음: 이 프로그램의 이전 버전에서 받았습니다.
import-undone = 가져오기를 취소했습니다. 제거한 판 { $revisions }개, 제거한 기록 { $gone }건, 이전 상태로 돌아간 기록 { $back }건, 제거한 첨부 파일 { $files }개.
plan-without-consent = 기록된 동의 없음. 그래도 보낼 기록: { $id }
export-without-consent = 기록된 동의 없음. 그래도 보낸 기록: { $id }
stays-vault = 이 보관함에만 두는 기록입니다
stays-restricted = 직접 선택할 때만 보내는 기록입니다
stays-withdrawn = 증언자가 동의를 철회했습니다
stays-refused = 증언자가 거부했습니다
stays-expired = 동의 기간이 지났습니다
stays-clock-behind = 동의 기간이 지났습니다(이 컴퓨터의 시계가 보관함의 가장 새로운 기록보다 늦습니다)
stays-not-covered = 동의에 이 용도가 포함되지 않습니다
stays-not-recorded = 기록된 동의가 없습니다
stays-identity = 증언자가 이렇게 신원이 드러나는 데 동의하지 않았습니다
stays-voice = 음성 이용에 동의하지 않았습니다
stays-image = 사진이나 영상 이용에 동의하지 않았습니다
stays-not-understood = 이 버전에서는 동의 내용을 읽을 수 없습니다
stays-withdrawn-by-colleague = 동료가 더는 전달하지 말라고 알린 기록입니다
stays-damaged = 손상되어 읽을 수 없는 기록입니다

# 충돌
conflict-line = { $id }  { $kind }  { $title }  (변경 { $sides }가지, 해결할 차이 { $clashes }개)
merged-line = { $id }  { $kind }  { $title }  (변경 { $sides }가지를 합침)
merged-hint = 합친 내용은 다음에 저장하거나 conflict merge 명령을 실행하면 판으로 남습니다.
conflicts-none = 충돌이 없습니다.
conflict-side = 변경 { $side }: 판 { $revision }  { $time }  { $who }
clash-head = { $path }
clash-before = { "  " }이전: { $value }
clash-side = { "  " }{ $side }: { $value }
clash-nothing = (비어 있음)
clash-trashed = (삭제함)
clash-kept = (수정하여 남겨 둠)
conflict-how = conflict resolve 명령에 --heads { $heads } 옵션을 붙이고 --take 경로=번호, --both 경로, --write 경로=글, --all-from 번호 가운데 하나로 해결하십시오.
conflict-all-merged = 해결할 차이가 없습니다. 모두 합쳤습니다.
conflict-taken = 합친 차이:
taken-line = { "  " }{ $path } (변경 { $sides }): { $value }
merge-line = 합친 내용을 저장했습니다: { $id }, 판 { $revision }
merge-none = 저장할 합친 내용이 없습니다.
conflict-resolved = 충돌을 해결했습니다. 판: { $revision }. 양쪽 모두 이력에 남습니다.

# 검토본
review-written = 저장했습니다: { $file } ({ $size }). 기록 { $records }건, 첨부 파일 { $files }개.
review-head =
    { $time }에 아래 지문의 주인이 만들었고 서명이 올바릅니다.
    { $fingerprint }
    기록 { $count }건, 첨부 파일 { $files }개
review-record =
    { $kind }: { $title }
    인용: 기록 { $id }, 판 { $revision }, { $time }에 저장
review-unchecked = 불확실하게 바꾼 곳 { $doubtful }군데, 누구인지 드러낼 수 있어 보이지만 그대로 둔 곳 { $suggested }군데. review preview로 살펴보고 --decisions로 정하십시오.
review-plan-record = { $kind }: { $title } ({ $id }). 바꾼 곳 { $replaced }군데, 불확실한 곳 { $doubtful }군데, 살펴볼 곳 { $suggested }군데
review-plan-leaks = {"    "}숨겨야 할 내용이 아직 남아 있습니다: { $count }군데
review-plan-stays = 제외: { $id }: { $reason }
review-plan-condition = { $id }의 조건: { $text }. 지키겠다면 --accept { $key }
review-plan-refusal = { $id }: 증언자가 거부한 이용자: { $text }. 이용자가 다른 사람이라면 --accept { $key }
review-plan-person = { $title } → { $instead }
review-plan-nobody = { $title }: 이름을 뺍니다
review-plan-files = 그대로 담기는 첨부 파일: { $count }개. 프로그램이 가릴 수 없으니 직접 살펴보십시오.
review-preview-head = { $kind }: { $title }. 달라진 항목: { $count }개
review-audience = { $name } (가명 { $people }개)
review-audiences-none = 아직 검토본을 준비한 적이 없습니다.

# 나간 파일
custody-bundle = { $time }  꾸러미 { $package }, 받는 사람: { $to }, 용도: { $purpose }, 기록 { $records }건
custody-review = { $time }  검토본 { $package }, 이용자: { $to }, 용도: { $purpose }, 기록 { $records }건
custody-unknown = { $time }  파일 { $package }, 받는 사람: { $to }, 용도: { $purpose }, 기록 { $records }건
custody-to-passphrase = 암호 문구를 아는 사람 누구나
custody-none = 이 보관함에서 나간 것이 없습니다.
custody-unreadable = 읽을 수 없는 항목: { $count }개. 나간 파일이 더 있을 수 있습니다.

# 오래 걸리는 일
progress-rekey = 다시 암호화하는 중
progress-verify = 점검하는 중
progress-import = 받는 중
progress-undo = 가져오기를 취소하는 중
progress-export = 저장하는 중
progress-read = 읽는 중
progress-attach = 암호화하는 중
progress-save = 저장하는 중
progress-index = 찾기 준비 중

folder-none = 교환 폴더가 정해져 있지 않습니다.
folder-is = 교환 폴더: { $path }
folder-is-gone = 교환 폴더: { $path } (찾을 수 없음)
folder-nothing = 새로 온 것이 없습니다.
folder-file-ready = 도착: { $name } ({ $size }), { $sender }
folder-file-coming =
    { $missing ->
        [0] 도착하는 중: { $name } ({ $size })
       *[other] 도착하는 중: { $name } ({ $size }), 남은 양 { $left }
    }
folder-file-unknown-sender = 동료가 아닌 사람이 보냄: { $name } ({ $size }), { $sender }. 받으려면 bundle import를 사용하십시오.
folder-file-needs-passphrase = 암호 문구로 보호됨: { $name } ({ $size }). 받으려면 bundle import를 사용하십시오.
folder-file-forbidden = 읽을 권한이 없음: { $name } ({ $size }). 파일의 소유자와 권한을 확인하십시오.
folder-file-partial = 제외한 것을 빼고 받음: { $name } ({ $size }), { $sender }
folder-file-damaged = 손상되었거나 꾸러미가 아님: { $name } ({ $size })
folder-count-seen = 이미 받음: { $count }
folder-count-copy = 중복: { $count }
folder-count-own = 이 보관함이 보냄: { $count }
folder-count-not-for-us = 다른 사람에게 보낸 것: { $count }
folder-more = 파일이 너무 많아 확인하지 않음: { $count }
folder-due = 보낼 것: 기록 { $records }건, 동료 { $people }명. folder put으로 보내십시오.
folder-due-thanks = 받았다는 확인을 보낼 동료: { $people }명
folder-due-nothing = 보낼 것이 없습니다.
folder-unverified = 확인되지 않아 자동으로 보내지 않음: { $name }
folder-refused = 받지 못함: { $name }. { $why }
folder-nothing-ready = 도착이 끝난 꾸러미가 없습니다.
folder-put = 보냈습니다: { $people } ({ $size }). 기록 { $records }건, 판 { $revisions }개, 첨부 파일 { $files }개.
