# 터미널 프로그램이 하는 말.

failure = 오류: { $message }
failure-hint = { $hint }

prompt-passphrase = 암호 문구:
prompt-new-passphrase = 새 암호 문구:
prompt-again = 한 번 더:
prompt-recovery-words = 복구 단어:
prompt-rekey = 새 열쇠와 새 복구 단어도 만들겠습니까? 그러면 이전 암호 문구나 복구 단어로는 앞으로 쓸 내용을 열 수 없습니다. 예 또는 아니요를 입력하십시오:
prompt-text = 글을 입력하거나 붙여 넣으십시오. 다 되면 줄 맨 앞에서 Ctrl+D를 누르십시오.
prompt-words-written = 위의 단어는 아직 쓸 수 없습니다. 종이에 적었습니까? 예 또는 아니요를 입력하십시오:
answer-yes = 예 네
answer-no = 아니요 아니오 아뇨
prompt-bundle-passphrase = 꾸러미의 암호 문구:
prompt-new-bundle-passphrase = 꾸러미에 걸 암호 문구:
prompt-review-passphrase = 검토본의 암호 문구:
prompt-new-review-passphrase = 검토본에 걸 암호 문구:

# 핵심부에 묻기 전에 잘못된 것. 나머지는 errors.ftl에 있다.
error-unknown-command = “{ $argument }”라는 명령은 없습니다.
    .hint = fieldnotes --help 명령으로 목록을 볼 수 있습니다.
error-missing-command = 명령이 빠졌습니다.
    .hint = --help를 붙이면 어떤 명령이 있는지 볼 수 있습니다.
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
error-no-vault-named = 어느 보관함인지 정해지지 않았습니다.
    .hint = --vault로 폴더를 적거나 FIELDNOTES_VAULT 환경 변수를 정하십시오.
error-no-passphrase = 암호 문구가 필요하지만 물어볼 터미널이 없습니다.
    .hint = 암호 문구가 든 파일을 적으십시오. --help에서 passphrase-file 또는 recovery-file로 끝나는 항목을 보십시오.
error-nothing-typed = 입력한 것이 없습니다.
    .hint = 암호 문구를 입력하거나 암호 문구가 든 파일을 지정하십시오.
error-passphrases-differ = 두 번 입력한 암호 문구가 서로 다릅니다.
    .hint = 다시 해 보십시오. 바뀐 것은 없습니다.
error-stdin-twice = 표준 입력은 한 가지에만 쓸 수 있습니다.
    .hint = -는 한 번만 쓰고 나머지는 파일로 적으십시오.
error-file-too-large = 이 용도로는 파일이 너무 큽니다: { $file }
    .hint = 맞는 파일인지 확인하십시오.
error-output-lost = 출력을 끝까지 쓰지 못했습니다.
    .hint = 명령 자체는 실행되었습니다. 출력이 가는 디스크나 프로그램을 확인하고, 바뀐 내용은 다른 명령으로 보십시오.
error-words-lost-unchanged = 새 복구 단어를 내보내지 못해 새 열쇠를 만들지 않았습니다.
    .hint = 터미널에서 다시 하거나 출력이 가는 디스크를 확인하십시오. 출력된 단어는 쓸 수 없으니 버리십시오. 예전 복구 단어가 그대로 통합니다.
error-recovered-not-rekeyed = 이제 새 암호 문구로 보관함이 열립니다. 새 열쇠는 만들지 않았습니다.
    .hint = 위의 복구 단어는 쓸 수 없고, 입력한 복구 단어가 그대로 통합니다. 새 열쇠는 fieldnotes vault rekey 명령으로 만듭니다.
error-output-closed = 표준 출력이 닫혀 있는데, 이 명령은 내용을 내보내기만 합니다.
    .hint = 출력을 볼 수 있는 곳에서 실행하거나 파일로 내보내세요. 바뀐 것은 없습니다.
error-words-lost = 복구 단어를 내보내지 못해 보관함을 만들지 않았습니다.
    .hint = 터미널에서 보관함을 만들거나 출력이 가는 디스크를 확인하십시오. 단어가 일부 출력되었다면 버리십시오.
error-demo-failed = 시연이 “{ $step }” 단계에서 예상대로 되지 않았습니다.
    .hint = 프로그램의 오류입니다. 알려 주시기 바랍니다.

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
vault-lost-exchanged = 잃은 것: 동료 { $name }에게 무엇이 있는지, 무엇을 보냈는지에 대한 정보. 그 동료에게 기록을 다시 보내게 됩니다.
vault-lost-verified = 잃은 것: 동료 { $name }의 지문을 비교했다는 표시. 보내기 전에 지문을 다시 비교하십시오.
vault-lost-colleagues = 잃은 것: 동료 { $count }명. 남은 동료를 colleague list로 확인하고 나머지를 다시 추가하십시오.
vault-lost-journals = 잃은 것: 가져오기 { $count }번에서 들어온 것의 목록. 그 가져오기는 더 이상 취소할 수 없으며, 기록은 그대로 있습니다.
vault-lost-receipts = 잃은 것: { $count ->
        [0] 받아들인 꾸러미 목록의 일부
       *[other] 받아들인 꾸러미 목록 가운데 { $count }개
    }. 기록은 그대로 있습니다. 더 이상 보내지 말라는 동료의 알림이 그 꾸러미에 있었을 수 있으므로, 보내기 전에 다시 알려 달라고 하십시오.
vault-was-not-locked = 지난번에 보관함이 정상적으로 닫히지 않아 일부 바이트는 대조하지 못했습니다. 손상은 아닙니다.
vault-strangers = 폴더에 보관함과 상관없는 파일이 { $count }개 있습니다. 건드리지 않습니다.
vault-stranger = {"  "}{ $name }
vault-strangers-more = {"  "}그 밖에 { $count }개
vault-unnamed-files = 보관함의 어떤 기록도 가리키지 않는 봉인 파일이 { $count }개 있습니다. 더 새로운 상태에 속할 수 있어 그대로 둡니다.
vault-whole = 손상된 곳이 없습니다.
vault-not-whole = 그 밖에 읽은 것은 모두 온전합니다. 손을 대기 전에 먼저 폴더 전체를 다른 디스크에 복사하십시오.
vault-new-words =
    아래는 새 복구 단어입니다. 지금 한 번만 보여 주며, 봉인이 끝나는 대로 예전 복구 단어를 대신합니다.
    종이에 적어 이 컴퓨터와 떨어진 곳에 두고, 봉인이 끝나면 예전 종이는 없애십시오.

    { $words }
vault-rekeyed = 모두 새 열쇠로 다시 봉인했습니다. 이제 보관함은 암호 문구와 새 복구 단어로 열리고, 이전 암호 문구나 복구 단어로는 앞으로 쓸 내용을 열 수 없습니다. 예전에 만든 사본과 백업은 그대로 열리니 필요 없는 것은 없애십시오. 내 신원은 그대로입니다.
passphrase-perhaps-changed = 보관함을 다시 열어 볼 때까지 예전 암호 문구와 새 암호 문구를 모두 간직하십시오. 둘 중 하나로 열리며 기록은 그대로 있습니다.
vault-not-rekeyed = 위의 복구 단어는 쓸 수 없고, 예전 복구 단어가 그대로 통합니다.
vault-perhaps-rekeyed = 보관함을 다시 열어 볼 때까지 위의 복구 단어와 예전 복구 단어를 모두 간직하십시오. 암호 문구를 바꾸려 했다면 두 암호 문구도 모두 간직하십시오. 둘 중 하나로 열리며 기록은 그대로 있습니다.
warning-rekey-done = 중단되었던 새 열쇠 만들기를 마쳤습니다. 새 복구 단어를 쓸 수 있고 예전 복구 단어는 더 쓸 수 없습니다. 새 복구 단어를 적어 두지 못했으면 fieldnotes vault rekey 명령으로 다시 만드십시오.
warning-rekey-not-done = 새 열쇠를 만들다가 중단되었습니다. 아무것도 바뀌지 않았습니다. 예전 복구 단어를 그대로 쓸 수 있고, 그때 보여 준 복구 단어는 쓸 수 없습니다. 새 열쇠를 만들려면 fieldnotes vault rekey 명령을 쓰십시오.
vault-recovered = 이제 새 암호 문구로 보관함이 열립니다. 복구 단어는 그대로 쓸 수 있습니다. 다른 사람이 예전 암호 문구를 알거나 보관함의 예전 사본을 가졌을 수 있으면 fieldnotes vault rekey 명령으로 새 열쇠를 만드십시오.
vault-recovered-first = 이제 새 암호 문구로 보관함이 열립니다. 이어서 새 열쇠를 만듭니다. 다 만들 때까지는 입력하신 복구 단어를 그대로 쓸 수 있습니다.
passphrase-changed = 이제 새 암호 문구로 보관함이 열립니다. 다른 사람이 예전 암호 문구를 알거나 보관함의 예전 사본을 가졌을 수 있으면 fieldnotes vault rekey 명령으로 새 열쇠를 만드십시오. 그러면 이전 암호 문구나 복구 단어로는 앞으로 쓸 내용을 열 수 없습니다.
passphrase-offered = 무작위로 고른 좋은 암호 문구입니다. 마음에 들면 쓰십시오: { $words }
warning-test-kdf = 주의: --test-kdf로 만든 보관함은 내용을 거의 보호하지 못합니다. 시험할 때만 쓰십시오.
warning-test-vault = 주의: 이 보관함은 시험용이라 내용을 거의 보호하지 못합니다.
warning-read-only = 보관함이 손상되어 읽기 전용으로 열렸습니다.
warning-storage-read-only = 보관함의 디스크나 폴더에 쓸 수 없어 읽기 전용으로 열었습니다.
warning-not-closed = 저장한 것은 그대로 있지만 보관함을 정상적으로 닫지 못했습니다. { $reason } 다음에 열 때 마무리합니다.
warning-network-open = 참고: 이 시스템의 커널은 이 프로그램의 네트워크 연결을 막아 주지 않습니다. 프로그램은 연결을 열지 않지만, 함께 쓰는 라이브러리까지 막아 주지는 못합니다.
warning-swap = 이 시스템에서는 메모리를 고정할 수 없어 열쇠가 스왑 파일에 기록될 수 있습니다.
warning-swap-plain = 이 시스템의 스왑은 암호화되지 않은 것으로 보입니다. 보관함이 열려 있는 동안 본 내용이 디스크에 남을 수 있습니다. 스왑을 끄거나 암호화하고, 보관함을 연 채로 최대 절전 모드를 쓰지 마십시오.
warning-unknown-members = 알 수 없는 항목이지만 그대로 보관했습니다: { $names }. 철자가 맞는지 확인하십시오.
warning-unknown-member-in-line = 모르는 항목을 그대로 두었습니다: { $name } ({ $line }번째 줄{ $count ->
        [one] {""}
       *[other] {", 기록 "}{ $count }개
    }). 오타인지 확인하십시오.
warning-open-link = { $line }번째 줄이 가리키는 기록이 이 보관함에 없습니다: { $id }
warning-open-links-more = 이 보관함에 없는 다른 기록: { $count }개
warning-weak-passphrase = 주의: 추측하기 쉬운 암호 문구입니다. 무작위로 고른 단어 여섯 개 이상을 쓰십시오.

damage-header = 머리 부분
damage-header-replaced = 예전 것이거나 데이터베이스에 적힌 것과 다른 머리 부분
damage-header-copy = 머리 부분의 사본
damage-database = 일부를 읽을 수 없는 데이터베이스
damage-database-schema = 이 프로그램이 만들지 않은 것이 들어 있는 데이터베이스
damage-database-bytes = 데이터베이스에서 어느 행에도 속하지 않는 바이트
damage-database-replaced = 예전 것이나 다른 사본으로 바뀐 데이터베이스
damage-page-seal = 데이터베이스 파일의 봉인
damage-state = 빠진 행이 있는지 알려 주는 상태 정보
damage-rows = 열리지 않는 행
damage-row = 행
damage-row-set = 없어지거나 더해졌거나 예전 것으로 되돌려진 행
damage-revision = 서명이 맞지 않는 판
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
table-receipts = 받아들인 꾸러미 목록
table-unused-space = 쓰이지 않던 빈 공간

advice-repair = 기록은 그대로 있습니다. fieldnotes vault repair 명령으로 고칠 수 있습니다.
vault-went-on-from-older = 예전 데이터베이스를 이어서 씁니다. 그 뒤에 저장한 것은 없으니 동료에게 전체 꾸러미(bundle export --full)를 부탁하십시오.
advice-replaced = 그 뒤에 저장한 것이 빠졌을 수 있습니다. 동기화 프로그램이 보관하는 이전 판이나 백업에서 더 새로운 vault.db를 찾아, 보관함을 잠근 상태에서 되돌리십시오. 찾을 수 없으면 fieldnotes vault repair --accept-older로 지금의 데이터베이스를 이어서 쓰고, 동료에게 전체 꾸러미(bundle export --full)를 부탁하십시오.
advice-header-replaced = 예전 암호 문구나 예전 복구 단어로 보관함이 열리는 상태입니다. 가장 최근의 암호 문구로 fieldnotes vault repair 명령을 실행하면 사본에서 새 머리 부분을 되살립니다. 사본도 예전 것이면 백업에서 더 새로운 머리 부분을 찾으십시오. 찾을 수 없으면 fieldnotes vault repair --accept-older로 지금의 머리 부분을 이어서 쓰고, 암호 문구를 바꾸십시오.
advice-repair-later = 기록은 그대로 있습니다. 다른 손상이 없어진 뒤 fieldnotes vault repair 명령으로 고칠 수 있습니다.
advice-rebuild = 기록은 그대로 있습니다. fieldnotes vault repair 명령이 읽을 수 있는 만큼 다시 만들고, 남기지 못한 것을 알려 줍니다.
advice-fetch-content = 이 첨부 파일을 가진 동료의 전체 꾸러미(bundle export --full)를 받아들이면 되살아납니다. 없으면 백업에서 되살리십시오.
advice-move = 백업에서 되살리십시오. 백업이 없으면 새 보관함을 만들어 남은 기록을 bundle export --read-damaged로 옮기고, 동료의 꾸러미도 받아들이십시오.

# 기록
kind-person = 인물
kind-testimony = 증언
kind-note = 메모
kind-place = 장소
kind-attachment = 첨부 파일
record-added = 저장했습니다: { $id }
record-saved = 새 판으로 저장했습니다: { $revision }
record-saved-merged = 그사이에 기록이 바뀌었습니다. 두 변경을 모두 보존했습니다. 확인: record show { $id }
record-saved-in-conflict = 그사이에 기록의 같은 곳이 바뀌었습니다. 두 판을 모두 보존했습니다. 확인: conflict show { $id }
record-trashed = 휴지통에 넣었습니다.
record-restored = 휴지통에서 꺼냈습니다.
record-head = { $kind }  { $id }
record-unread = 최신 판({ $revision })을 읽을 수 없어 그 이전 판을 보여 줍니다.
record-withdrawn = 동료가 더는 전하지 말라고 알린 기록입니다. 증언자가 동의를 철회했거나 한 보관함에만 두기로 했습니다. 밖으로 나가지 않습니다.
record-in-trash = 휴지통에 있습니다.
record-merged = 서로 겹치지 않는 변경 { $sides }건을 합친 내용입니다. 누가 저장하거나 fieldnotes conflict merge { $id } 명령을 쓰면 판으로 남습니다.
record-in-conflict = 양쪽에서 고친 기록입니다: { $id }. 양쪽을 보려면 fieldnotes conflict show { $id }
records-unchanged = 이미 있고 내용이 같아 넣지 않은 기록: { $count }개
records-imported = 기록 { $count }건을 추가했습니다.
list-line = { $id }  { $time }  { $kind }  { $title }
list-line-conflict = { $id }  { $time }  { $kind }  { $title }  (충돌)
list-line-unreadable = { $id }  { $time }  { $kind }  (내용이 없거나 손상됨)
list-empty = 아무것도 없습니다.
list-more = 더 보기: --after { $cursor }
history-line = 판 { $revision }, { $time }에 저장, 저장한 사람: { $who }
history-not-held = (내용은 이 보관함에 오지 않았습니다)
by-self = 본인
by-colleague = { $name }
by-colleague-unverified = { $name } (지문을 대조하지 않음)
by-unknown = 알 수 없는 사람
sender-retired = ({ $time }에 제외한 동료)
sender-key-changed = ({ $time }에 키가 바뀜)
sender-former-key = (교체된 예전 키로 서명함)

# 첨부 파일
attachment-added = 첨부했습니다: { $id }
attachment-line = { $id }  { $size }  { $name }
attachment-line-not-held = { $id }  { $size }  { $name }  (내용이 여기에 없음)
attachment-saved = 암호화하지 않은 상태로 저장했습니다: { $file } ({ $size })

# 찾기
search-hit =
    { $id }  { $kind }  { $title }
    {"    "}{ $snippet }
search-hit-near =
    { $id }  { $kind }  { $title }  (비슷한 표기)
    {"    "}{ $snippet }
search-total = 찾은 기록: { $total }건, 그중 똑같이 쓰인 것: { $exact }건, 보여 준 기록: { $shown }건
search-unclear = 알아듣지 못해 빼고 찾았습니다: { $part }

# 신원과 동료
identity-shown =
    지문: { $fingerprint }
    내 신원을 동료에게 전하려면 fieldnotes identity export --out 파일 명령을 쓰거나, 여기에 --qr를 붙이십시오.
identity-exported =
    저장했습니다: { $file }. 동료에게 전한 뒤 아래 지문을 음성으로 대조하십시오.
    { $fingerprint }
colleague-added =
    동료를 추가했습니다: { $name }. 아래 지문을 음성으로 대조한 뒤
    fieldnotes colleague verify 명령으로 표시하십시오.
    { $fingerprint }
colleague-line = { $name }  (지문을 대조하지 않음)  { $fingerprint }
colleague-line-verified = { $name }  ({ $time }에 지문을 대조함)  { $fingerprint }
colleague-looks-like = 다른 동료의 이름과 똑같아 보입니다: { $name }. 둘 중 하나의 이름을 바꾸십시오.
colleague-verified = 지문이 맞습니다: { $name }
colleague-is-retired = { $time }에 제외함: 이 동료에게는 아무것도 보내지 않으며, 보내온 것은 따로 허락할 때만 받아들입니다.
colleague-key-changed = { $time }에 키가 바뀜. 대조했던 예전 지문: { $fingerprint }
colleague-key-changed-unverified = { $time }에 키가 바뀜. 대조한 적 없는 예전 지문: { $fingerprint }
colleague-retired = 동료에서 제외했습니다: { $name }. 앞으로는 아무것도 보내지 않습니다. 이미 보낸 것은 그쪽에 남아 있습니다.
colleague-restored = 다시 동료로 되돌렸습니다: { $name }
colleague-renamed = 동료의 이름을 바꾸었습니다: { $name }
colleague-has-new-key =
    동료의 신원을 바꾸었습니다: { $name }. 이제 지문을 대조하지 않은 상태입니다. 아래 지문을 음성으로 대조한 뒤
    fieldnotes colleague verify 명령으로 표시하십시오.
    { $fingerprint }
log-is-forked-self = 이 보관함의 두 사본에 각각 쓴 적이 있습니다: 기기 기록 { $device }, { $from }번째부터. 양쪽 다 남아 있습니다. 앞으로는 한쪽에만 쓰십시오.
log-is-forked-colleague = 동료 { $name }의 보관함이 두 벌이며 각각 쓴 적이 있습니다: 기기 기록 { $device }, { $from }번째부터. 양쪽 다 남아 있습니다. 어느 쪽을 쓰는지 동료에게 물어보십시오.
log-is-forked-unknown = 누군가의 보관함이 두 벌이며 각각 쓴 적이 있습니다: 기기 기록 { $device }, { $from }번째부터. 양쪽 다 남아 있습니다.
log-is-claimed = 이 기기 기록을 { $by ->
        [self] 이 보관함의 신원도
        [colleague] 동료 { $claimed-name }도
       *[other] 모르는 사람도
    } 자기 것이라고 합니다: { $device }. 이 기록은 여전히 { $who ->
        [self] 이 보관함의 것
        [colleague] 동료 { $name }의 것
       *[other] 누구의 것도 아닌 것
    }입니다. 누가 썼는지의 표시도 바뀌지 않습니다. 두 사람 모두 이 기록의 열쇠를 가지고 있으니, 어떻게 된 일인지 전화로 물어보십시오.
device-renewed = 앞으로 이 보관함은 새 기기 기록에 씁니다: { $device }. 동료에게 알릴 필요는 없습니다. 동료의 프로그램이 알아서 받아들입니다.
identity-qr = 코드의 너비는 { $columns }칸입니다. 잘려 보이면 터미널을 넓히거나 글자를 줄이십시오. --qr-file로 그림 파일을 만들어도 됩니다. 밝은 배경에서는 카메라가 읽지 못할 수 있습니다.
colleagues-none = 아직 동료가 없습니다.

# 꾸러미
bundle-written = 저장했습니다: { $file } ({ $size }). 기록 { $records }건, 판 { $revisions }개, 첨부 파일 { $files }개.
bundle-unverified = 지문을 대조하지 않은 동료입니다: { $name }
bundle-left-out = 넣지 않은 기록: { $id }. 이유: { $reason }
bundle-left-out-with = 넣지 않은 기록: { $id }, { $owner } 기록에 딸린 것입니다. 이유: { $reason }
bundle-unreadable = 이 기록의 이전 판 하나는 읽을 수 없어 내용 없이 보냈습니다: { $id }
bundle-withdrawn-told = 더는 전하지 말라고 받는 사람에게 알리는 기록: { $id }
bundle-not-noted = 파일은 온전하지만 보냈다는 사실을 적어 두지 못했습니다. 이 내용은 다음에 한 번 더 나갑니다.
bundle-plan = 나갈 것: 기록 { $records }건, 판 { $revisions }개, 첨부 파일 { $files }개. 크기는 약 { $size }입니다.
bundle-plan-nothing = 나갈 것이 없습니다.
bundle-waiting = { $name }: { $time }부터 받았다는 확인이 없습니다. 꾸러미 { $bundles }개, 판 { $revisions }개.
preview-file =
    보낸 사람:  { $sender }, { $time }
    지문:       { $fingerprint }
    기록:       { $records }건
    판:         { $revisions }개 (새것 { $new }개)
    첨부 파일:  { $files }개 ({ $size })
preview-meant-us = 이 보관함 앞으로 보낸 꾸러미입니다.
preview-meant-passphrase = 암호 문구를 아는 사람이면 누구나 열 수 있는 꾸러미입니다.
preview-meant-others = 다른 사람 앞으로 보낸 것을 누군가 넘겨준 꾸러미입니다. 받아들일 수 없습니다. 보낸 사람에게 따로 보내 달라고 하십시오.
preview-token = 이 꾸러미만 받아들이려면: --expect { $token }
preview-seen = 전에 받아들인 꾸러미입니다.
preview-standing-older = 새것도 있지만 모두 이 보관함에 있는 것보다 앞선 상태입니다.
preview-standing-known = 모두 이 보관함에 이미 있습니다.
preview-count = { $state }: { $count }건
preview-forked-self = 이 보관함의 두 사본에 각각 쓴 적이 있습니다: 기기 기록 { $device }, { $from }번째부터. --accept-forked를 붙이지 않으면 받아들이지 않습니다. 붙여도 잃는 것은 없습니다.
preview-forked-colleague = 동료 { $name }의 보관함이 두 벌이며 각각 쓴 적이 있습니다: 기기 기록 { $device }, { $from }번째부터. 어느 쪽을 쓰는지 동료에게 전화로 물어보십시오. --accept-forked를 붙이지 않으면 받아들이지 않습니다. 붙여도 잃는 것은 없습니다.
preview-forked-unknown = 누군가의 보관함이 두 벌이며 각각 쓴 적이 있습니다: 기기 기록 { $device }, { $from }번째부터. 누구의 것인지 전화로 알아보십시오. --accept-forked를 붙이지 않으면 받아들이지 않습니다. 붙여도 잃는 것은 없습니다.
preview-state-conflict = 충돌
preview-state-merged = 양쪽 변경을 함께 담음
preview-state-withdrawn = 동의 철회
preview-state-waiting = 앞의 판을 기다림
preview-state-new = 새 기록
preview-state-changed = 바뀜
preview-state-older = 앞선 상태뿐
preview-state-known = 이미 있음
preview-record = { $state }  { $id }  { $title } ({ $size })
preview-record-files = { $state }  { $id }  { $title } ({ $size }), 첨부 파일 { $files }개 ({ $file-size })
preview-record-trashed = { $state }, 휴지통  { $id }  { $title } ({ $size })
bundle-imported = 보낸 사람: { $sender }. 기록 { $records }건의 새 판 { $new }개, 새 첨부 파일 { $files }개.
bundle-imported-seen = 보낸 사람: { $sender }. 전에 받아들인 꾸러미입니다. 기록 { $records }건의 새 판 { $new }개, 새 첨부 파일 { $files }개.
import-withdrawn = 보낸 사람이 더는 전하지 말라고 알린 기록: { $id }. 앞으로 꾸러미와 검토본에 들어가지 않습니다.
import-waiting = 앞의 판이 아직 오지 않아 기다리는 판: { $count }개.
import-rolled-back = 꾸러미가 이 보관함의 더 나중 상태를 알고 있습니다. 보관함이 예전 상태로 되돌려져 있었다는 뜻입니다. 본인이 한 일이 아니라면 누군가 컴퓨터에 손을 댄 것입니다. 꾸러미에 그 내용이 있었다면 되찾았고, 앞으로는 새 기기 기록에 씁니다. 이어서 쓰기 전에 모든 동료에게 전체 꾸러미(bundle export --full)를 부탁해 받아들이십시오.
import-unheeded = 동료 { $name }의 꾸러미가 또다시 이 보관함의 더 나중 상태를 가지고 있다고 합니다. 같은 말이 너무 잦아 이번에는 아무것도 바꾸지 않았습니다. { $name }에게 전화로 물어보십시오. 이 보관함을 백업에서 되살렸다면 identity renew-device로 새 기기 기록을 시작하십시오.
import-partial = 고른 것만 받아들였습니다. 나머지는 나중에 같은 파일에서 받아들일 수 있습니다.
import-undo-by = 되돌리려면: fieldnotes bundle undo { $id }
import-line = { $id }  { $time }  판 { $revisions }개, 첨부 파일 { $files }개
import-bundle = {"    "}보낸 사람: { $sender }. 기록 { $records }건의 판 { $revisions }개
import-bundle-partial = {"    "}보낸 사람: { $sender }. 일부만 받아들임. 기록 { $records }건의 판 { $revisions }개
imports-none = 아직 받아들인 것이 없습니다.
undo-built-on = {"    "}되돌릴 수 없음: 그 뒤에 고친 기록 { $count }건: { $ids }
undo-draft = {"    "}되돌릴 수 없음: 아직 저장하지 않은 초안이 있는 기록 { $count }건: { $ids }
undo-later-import = {"    "}같은 내용이 나중에 받아들인 { $count }건에도 들어 있어, 그것부터 되돌려야 합니다: { $ids }
undo-too-old = {"    "}되돌릴 수 없음: 이 프로그램의 이전 버전에서 받아들였습니다.
import-undone = 되돌렸습니다. 빠진 판 { $revisions }개, 없어진 기록 { $gone }건, 전 상태로 돌아간 기록 { $back }건, 없어진 첨부 파일 { $files }개.
plan-without-consent = 동의에 관해 적힌 것이 없지만 나갑니다: { $id }
export-without-consent = 동의에 관해 적힌 것이 없지만 내보냈습니다: { $id }
stays-vault = 이 보관함 밖으로 나가지 않는 기록입니다
stays-restricted = 따로 골랐을 때에만 나가는 기록입니다
stays-withdrawn = 증언자가 동의를 철회했습니다
stays-refused = 증언자가 거부했습니다
stays-expired = 동의 기간이 지났습니다
stays-clock-behind = 동의 기간이 지났습니다(이 컴퓨터의 시계가 보관함의 가장 새로운 기록보다 늦습니다)
stays-not-covered = 동의에 이 용도가 들어 있지 않습니다
stays-not-understood = 이 버전에서는 동의 내용을 읽을 수 없습니다
stays-withdrawn-by-colleague = 동료가 더는 전하지 말라고 알린 기록입니다
stays-damaged = 손상되어 읽을 수 없는 기록입니다

# 충돌
conflict-line = { $id }  { $kind }  { $title }  (변경 { $sides }가지, 정할 곳 { $clashes }곳)
merged-line = { $id }  { $kind }  { $title }  (변경 { $sides }가지를 합침)
merged-hint = 합친 내용은 누가 저장하거나 conflict merge 명령을 쓰면 판으로 남습니다.
conflicts-none = 충돌이 없습니다.
conflict-side = 변경 { $side }: 판 { $revision }  { $time }  { $who }
clash-head = { $path }
clash-before = { "  " }이전: { $value }
clash-side = { "  " }{ $side }: { $value }
clash-nothing = (비어 있음)
clash-trashed = (휴지통에 버림)
clash-kept = (고쳐서 남겨 둠)
conflict-how = conflict resolve 명령에 --heads { $heads } 옵션을 붙이고 --take 경로=번호, --both 경로, --write 경로=글, --all-from 번호 가운데 골라 해결하십시오.
conflict-all-merged = 겹치는 곳이 없어 모두 합쳤습니다.
conflict-taken = 합친 곳:
taken-line = { "  " }{ $path } (변경 { $sides }): { $value }
merge-line = 합친 내용을 저장했습니다: { $id }, 판 { $revision }
merge-none = 저장할 합친 내용이 없습니다.
conflict-resolved = 충돌을 해결했습니다. 판: { $revision }. 양쪽 모두 이력에 남습니다.

# 검토본
review-written = 저장했습니다: { $file } ({ $size }). 기록 { $records }건, 첨부 파일 { $files }개.
review-head =
    { $time }에 아래 지문의 주인이 만들었고 서명이 맞습니다.
    { $fingerprint }
    기록 { $count }건, 첨부 파일 { $files }개
review-record =
    { $kind }: { $title }
    인용: 기록 { $id }, 판 { $revision }, { $time }에 저장

# 오래 걸리는 일
progress-rekey = 다시 봉인하는 중
progress-verify = 점검하는 중
progress-import = 받아들이는 중
progress-undo = 되돌리는 중
progress-export = 쓰는 중
progress-read = 읽는 중
progress-attach = 봉인하는 중
progress-save = 쓰는 중
progress-index = 찾기 준비 중

folder-none = 교환 폴더가 정해져 있지 않습니다.
folder-is = 교환 폴더: { $path }
folder-is-gone = 교환 폴더: { $path }. 지금은 찾을 수 없습니다.
folder-nothing = 새로 온 것이 없습니다.
folder-file-ready = 도착: { $name } ({ $size }), { $sender }
folder-file-coming =
    { $missing ->
        [0] 오는 중: { $name } ({ $size })
       *[other] 오는 중: { $name } ({ $size }), 남은 양 { $left }
    }
folder-file-unknown-sender = 동료가 아닌 사람이 보냄: { $name } ({ $size }), { $sender }. 받아들이려면 bundle import를 쓰십시오.
folder-file-needs-passphrase = 암호 문구로 열림: { $name } ({ $size }). 받아들이려면 bundle import를 쓰십시오.
folder-file-forbidden = 읽을 권한이 없음: { $name } ({ $size }). 파일의 소유자와 권한을 확인하십시오.
folder-file-partial = 빼 둔 것 말고는 받아들임: { $name } ({ $size }), { $sender }
folder-file-damaged = 손상되었거나 꾸러미가 아님: { $name } ({ $size })
folder-count-seen = 이미 받아들임: { $count }
folder-count-copy = 같은 것이 또 있음: { $count }
folder-count-own = 이 보관함이 내놓음: { $count }
folder-count-not-for-us = 다른 사람 것: { $count }
folder-more = 파일이 너무 많아 살피지 않음: { $count }
folder-due = 보낼 것: 기록 { $records }건, 동료 { $people }명. folder put으로 내놓으십시오.
folder-due-thanks = 보내온 것을 잘 받았다는 알림을 보낼 동료: { $people }명
folder-due-nothing = 보낼 것이 없습니다.
folder-unverified = 지문을 대조하지 않아 저절로 보내지 않습니다: { $name }
folder-refused = 받아들이지 못함: { $name }. { $why }
folder-nothing-ready = 다 도착한 것이 없습니다.
folder-put = 내놓았습니다: { $people } ({ $size }). 기록 { $records }건, 판 { $revisions }개, 첨부 파일 { $files }개.
