# 터미널 프로그램이 하는 말.

failure = 오류: { $message }
failure-hint = { $hint }

prompt-passphrase = 암호문:
prompt-new-passphrase = 새 암호문:
prompt-again = 한 번 더:
prompt-recovery-words = 복구 단어:
prompt-bundle-passphrase = 꾸러미의 암호문:
prompt-new-bundle-passphrase = 꾸러미에 걸 암호문:
prompt-review-passphrase = 검토본의 암호문:
prompt-new-review-passphrase = 검토본에 걸 암호문:

# 핵심부에 묻기 전에 잘못된 것. 나머지는 errors.ftl에 있다.
error-unknown-command = “{ $argument }”라는 명령은 없습니다.
    .hint = fieldnotes --help 명령으로 목록을 볼 수 있습니다.
error-missing-command = 명령이 빠졌습니다.
    .hint = --help를 붙이면 어떤 명령이 있는지 볼 수 있습니다.
error-unknown-option = 여기서는 “{ $argument }” 항목을 쓸 수 없습니다.
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-missing-argument = 빠진 항목이 있습니다: { $argument }
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-invalid-argument = { $argument } 항목에 “{ $value }” 값은 쓸 수 없습니다.
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-conflicting-arguments = { $argument } 항목은 { $other } 항목과 함께 쓸 수 없습니다.
    .hint = 둘 중 하나를 빼십시오.
error-usage = 명령줄을 이해할 수 없습니다.
    .hint = 명령 뒤에 --help를 붙이면 쓸 수 있는 항목을 볼 수 있습니다.
error-no-vault-named = 어느 보관함인지 정해지지 않았습니다.
    .hint = --vault로 폴더를 적거나 FIELDNOTES_VAULT 환경 변수를 정하십시오.
error-no-passphrase = 암호문이 필요하지만 물어볼 터미널이 없습니다.
    .hint = 암호문이 든 파일을 적으십시오. --help에서 passphrase-file 또는 recovery-file로 끝나는 항목을 보십시오.
error-passphrases-differ = 두 번 입력한 암호문이 서로 다릅니다.
    .hint = 다시 해 보십시오. 바뀐 것은 없습니다.
error-stdin-twice = 표준 입력은 한 가지에만 쓸 수 있습니다.
    .hint = -는 한 번만 쓰고 나머지는 파일로 적으십시오.
error-not-utf8 = UTF-8 글이 아닙니다: { $file }
    .hint = UTF-8로 저장하십시오.
error-file-too-large = 이 용도로는 파일이 너무 큽니다: { $file }
    .hint = 맞는 파일인지 확인하십시오.
error-is-a-folder = 파일이 아니라 폴더입니다: { $file }
    .hint = 파일을 적으십시오.
error-file-exists = 이미 있는 파일입니다: { $file }
    .hint = 다른 이름을 고르십시오. 기존 파일을 덮어쓰지 않습니다.
error-file-not-found = 찾을 수 없습니다: { $file }
    .hint = 이름을 확인하십시오.
error-file-forbidden = 시스템이 접근을 허락하지 않습니다: { $file }
    .hint = 누가 읽고 쓸 수 있는지 확인하십시오.
error-no-space = 저장할 공간이 없습니다: { $file }
    .hint = 공간을 비우고 다시 해 보십시오.
error-file-failed = 읽거나 쓸 수 없습니다: { $file }
    .hint = 디스크나 USB를 확인하고 다시 해 보십시오.
error-demo-failed = 시연이 “{ $step }” 단계에서 예상대로 되지 않았습니다.
    .hint = 프로그램의 오류입니다. 알려 주시기 바랍니다.
