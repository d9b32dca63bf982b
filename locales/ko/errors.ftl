# 핵심부가 하지 못한 일: 무슨 일이 있었고 어떻게 하면 되는지. 코드마다 글 하나.

error-cancelled = 취소했습니다. 아무것도 바뀌지 않았습니다.
    .hint = 원할 때 다시 시작하십시오.
error-disk-full = 디스크가 가득 찼습니다.
    .hint = 공간을 비우고 다시 시도하십시오.
error-no-room = 디스크 공간이 부족합니다. 잠시 { $needed }MiB가 필요한데 { $free }MiB만 비어 있습니다. 새 키를 만들지 않았습니다.
    .hint = 공간을 비우고 다시 시도하십시오.
error-storage-read-only = { $file ->
        [none] 디스크나 폴더에 쓸 수 없습니다.
       *[other] 디스크나 폴더에 쓸 수 없습니다: { $file }
    }
    .hint = 읽기는 그대로 할 수 있습니다. 수정하려면 쓰기 금지를 해제하거나 폴더를 쓸 수 있는 디스크로 복사하십시오.
error-too-many-open-files = { $file ->
        [none] 시스템에서 파일을 더 열 수 없습니다.
       *[other] 시스템에서 파일을 더 열 수 없습니다: { $file }
    }
    .hint = 다른 프로그램을 닫거나 열 수 있는 파일 수의 한도를 늘린 뒤 다시 시도하십시오.
error-path-too-long = { $file ->
        [none] 경로가 너무 깁니다.
       *[other] 경로가 너무 깁니다: { $file }
    }
    .hint = 경로가 더 짧은 폴더를 선택하십시오.
error-disk-fault = { $file ->
        [none] 디스크를 읽거나 쓸 수 없습니다.
       *[other] 디스크를 읽거나 쓸 수 없습니다: { $file }
    }
    .hint = 드라이브가 연결되어 있는지 확인하십시오. 디스크가 고장 나고 있을 수 있으니 먼저 전부 다른 디스크에 복사하십시오.
error-vault-gone = { $file ->
        [none] 보관함 폴더가 없어졌거나 다른 폴더로 바뀌었습니다.
       *[other] 보관함 폴더가 없어졌거나 다른 폴더로 바뀌었습니다: { $file }
    }
    .hint = 아직 저장하지 않은 내용은 저장되지 않았습니다. 드라이브를 다시 연결하거나 폴더를 되돌린 뒤 보관함을 다시 여십시오.
error-vault-replaced = { $file ->
        [none] 보관함이 열려 있는 동안 다른 프로그램이 데이터베이스를 지우거나 바꾸었습니다.
       *[other] 보관함이 열려 있는 동안 다른 프로그램이 데이터베이스를 지우거나 바꾸었습니다: { $file }
    }
    .hint = 이제부터는 저장되지 않습니다. 입력한 내용을 복사해 두고 보관함을 잠근 뒤, 동기화 프로그램이 폴더를 건드리지 않게 하십시오. 그런 다음 fieldnotes vault verify로 상태를 확인하십시오.
error-io = 시스템이 읽기나 쓰기를 거부했습니다{ $reason ->
        [none] .
        [not_a_directory] . 경로 가운데 폴더가 아니라 파일인 곳이 있습니다.
        [invalid_filename] . 이름이 너무 길거나 그곳에서 쓸 수 없는 이름입니다.
        [read_only_filesystem] . 디스크나 USB 메모리가 읽기 전용입니다.
        [permission_denied] . 접근 권한이 없습니다.
        [filesystem_loop] . 경로의 링크가 제자리로 돌아옵니다.
        [file_too_large] . 이 디스크에 두기에는 파일이 너무 큽니다.
        [quota_exceeded] . 쓸 수 있는 디스크 할당량을 다 썼습니다.
        [broken_pipe] . 쓰는 것을 읽는 쪽이 없습니다.
        [timed_out] . 디스크나 서버가 응답하지 않습니다.
       *[other] .
    }
    .hint = 디스크나 USB 메모리를 확인하고 다시 시도하십시오.
error-internal = 내부 오류가 발생했습니다{ $part ->
        [none] .
        [database] . 위치: 데이터베이스.
        [entry] . 위치: 판.
        [index] . 위치: 검색 색인.
       *[other] .
    }
    .hint = 아무것도 저장하지 않았습니다. 개발자에게 알려 주십시오.
error-out-of-memory = 암호 문구를 계산할 메모리가 부족합니다.
    .hint = 다른 프로그램을 닫고 다시 시도하십시오.
error-id-invalid = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }올바른 ID가 아닙니다.
    .hint = 목록에서 복사하십시오. 기록 ID는 3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11 같은 모양입니다. 판의 이름은 숫자와 영문자 64자이며 앞의 8자만 적어도 됩니다.
error-kind-unknown = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }알 수 없는 기록 종류입니다.
    .hint = 종류는 person(인물), testimony(증언), note(메모), place(장소)입니다.
error-json-invalid = 올바른 JSON이 아닙니다{ $line ->
        [none] {""}
       *[other] {" ("}{ $line }번째 줄)
    }{ $column ->
        [none] {""}
       *[other] {" ("}{ $column }번째 칸)
    }.
    .hint = 아무것도 저장하지 않았습니다. 그 자리를 고치고 다시 시도하십시오.
error-record-invalid = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }{ $field ->
        [none] 문서 전체
       *[other] “{ $field }” 항목
    }{": "}{ $fault ->
        [wrong_shape] 구조가 다릅니다
        [duplicate_id] 같은 ID가 두 번 나옵니다
        [wrong_kind] 종류가 다릅니다
        [misnamed] 이름이 다르게 적혀 있습니다. 띄어쓰기, 대문자, 보이지 않는 문자, 다른 문자의 글자, 오타가 있는지 확인하십시오
        [too_deep] 너무 깊이 중첩되어 있습니다
        [inexact_number] 자릿수가 너무 많아 그대로 보관할 수 없는 숫자가 있습니다. 따옴표로 묶어 글로 적으십시오
        [wrong_record] 다른 기록 ID가 적혀 있습니다
       *[other] 올바르지 않은 값입니다
    }{ $expected ->
        [none] .
        [text] {". 필요한 값: "}글.
        [boolean] {". 필요한 값: "}참 또는 거짓(true, false).
        [list] {". 필요한 값: "}목록.
        [object] {". 필요한 값: "}중괄호로 묶은 객체.
        [id] {". 필요한 값: "}ID.
        [number] {". 필요한 값: "}수.
        [integer] {". 필요한 값: "}정수.
        [date] {". 필요한 값: "}날짜.
        [amount] {". 필요한 값: "}금액(예: 1500, 12.50).
        [latitude] {". 필요한 값: "}-90부터 90까지의 위도.
        [longitude] {". 필요한 값: "}-180부터 180까지의 경도.
        [sha256] {". 필요한 값: "}숫자와 영문자 64자인 SHA-256 해시.
       *[other] .
    }
    .hint = 그 항목을 고치고 다시 시도하십시오. fieldnotes record template 명령으로 기록의 예를 볼 수 있습니다.
error-encoding-unknown = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }UTF-8로 된 글이 아닙니다{ $expected ->
        [utf_16] . UTF-16(윈도의 ‘유니코드’)으로 보입니다.
        [cp949] . 윈도의 한글 인코딩인 CP949(EUC-KR)로 보입니다.
       *[other] .
    }
    .hint = { $expected ->
        [utf_16] UTF-8로 저장하십시오. 엑셀에서는 ‘CSV UTF-8’을 선택합니다. 명령으로 바꾸려면: iconv -f UTF-16 -t UTF-8 파일 > 새파일. 아무것도 저장하지 않았습니다.
        [cp949] UTF-8로 저장하십시오. 엑셀에서는 ‘CSV UTF-8’을 선택합니다. 명령으로 바꾸려면: iconv -f CP949 -t UTF-8 파일 > 새파일. 아무것도 저장하지 않았습니다.
       *[other] UTF-8로 저장하고 다시 시도하십시오. 아무것도 저장하지 않았습니다.
    }
error-base-missing = 문서에 어느 판을 바탕으로 했는지 적혀 있지 않습니다.
    .hint = record show --json 명령의 출력을 편집하거나 --base로 판을 적으십시오. 최신 판은 { $revision }입니다. --replace를 쓰면 현재 기록의 내용을 이 문서로 바꿉니다.
error-date-invalid = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }“{ $field }” 항목이 올바른 날짜가 아닙니다.
    .hint = 날짜는 1998, 1998-03, 1998-03-21, 1998?, 1998~, 1997/1999처럼 적습니다.
error-record-too-large = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }기록이 너무 큽니다.
    .hint = 긴 자료는 첨부 파일로 보관하십시오.
error-cursor-invalid = 그 위치에서 목록을 이어 갈 수 없습니다.
    .hint = 앞 목록의 끝에 나온 위치를 쓰십시오.
error-passphrase-empty = 암호 문구가 비어 있습니다.
    .hint = 무작위로 만든 단어 여섯 개 이상을 쓰십시오.
error-passphrase-unprintable = 암호 문구에 탭이나 너비 없는 공백처럼 보이지 않는 문자가 들어 있습니다.
    .hint = 글자, 숫자, 기호, 공백만 쓰십시오. 보이지 않는 문자는 종이에서 보고 다시 입력할 수 없습니다.
error-not-utf8 = { $encoding ->
        [utf16] UTF-8이 아니라 UTF-16으로 저장된 텍스트입니다
        [cp949] UTF-8이 아니라 CP949(EUC-KR)로 저장된 텍스트로 보입니다
       *[other] UTF-8 텍스트가 아닙니다
    }{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = 편집기에서 열어 UTF-8로 저장하십시오.{ $encoding ->
        [utf16] {" "}리눅스에서는 다음 명령을 쓸 수 있습니다: iconv -f UTF-16 -t UTF-8 원본파일 > 새파일
        [cp949] {" "}리눅스에서는 다음 명령을 쓸 수 있습니다: iconv -f CP949 -t UTF-8 원본파일 > 새파일
       *[other] {""}
    }
error-several-lines = 한 줄이어야 하는데 여러 줄이 있습니다{ $file ->
        [none] .
       *[other] {": "}{ $file }
    }
    .hint = 암호 문구가 적힌 줄만 남기십시오.
error-choice-invalid = { $fault ->
        [no_such_clash] 충돌한 곳이 아닙니다: { $field }
        [no_head] 이 충돌의 변경이 아닌 판입니다: { $revision }
        [no_side] 그런 번호의 변경은 없습니다: { $side }. 이 충돌에는 변경이 { $count }가지 있습니다.
        [twice] 두 번 정한 곳입니다: { $field }
       *[other] 그렇게 정할 수 없는 곳입니다: { $field }
    }
    .hint = conflict show 명령으로 차이와 선택할 수 있는 것을 보십시오.
error-identity-invalid = { $fault ->
        [altered] 신원이 온전하지 않습니다. 빠지거나 바뀐 글자가 있습니다.
        [several] 여러 사람의 신원이 들어 있습니다.
       *[other] 신원이 아닙니다.
    }
    .hint = { $fault ->
        [altered] 처음부터 끝까지 복사하거나, 동료에게 identity export로 만든 파일을 부탁하십시오.
        [several] 필요한 신원만 남기십시오.
       *[other] 동료에게 identity export로 만든 파일을 부탁하십시오.
    }
error-fingerprint-invalid = 올바른 지문이 아닙니다.
    .hint = 지문은 숫자 60자리입니다.
error-name-invalid = 이름이 비어 있거나 200자가 넘거나 이미 쓰고 있습니다.
    .hint = 다른 이름을 선택하십시오.
error-name-alike = 똑같아 보이는 이름의 동료가 있습니다: { $name }
    .hint = 서로 헷갈리지 않는 이름을 선택하십시오. 뜻밖의 일이라면 누가 준 신원인지 확인하십시오.
error-picture-invalid = 지원하지 않는 그림 형식입니다.
    .hint = 읽을 그림은 PNG나 JPEG여야 하고, 저장할 그림의 이름은 .svg나 .png로 끝나야 합니다.
error-picture-too-large = 그림이 너무 커서 열지 않았습니다.
    .hint = 화면을 캡처하거나, 6,400만 화소와 33MB보다 작게 줄이십시오.
error-qr-not-found = 이 그림에서 QR 코드를 읽을 수 없습니다.
    .hint = 코드가 화면에 꽉 차도록 똑바로 또렷하게 찍거나, 신원을 파일로 받으십시오.
error-qr-several = 그림에 여러 신원의 코드가 있습니다.
    .hint = 필요한 코드만 남도록 잘라 내십시오.
error-qr-not-identity = QR 코드에 신원이 들어 있지 않거나 내용이 바뀌었습니다.
    .hint = 동료에게 identity show --qr-file로 만든 코드를 부탁하십시오.
error-is-a-folder = { $file ->
        [none] 파일이 아니라 폴더입니다.
       *[other] 파일이 아니라 폴더입니다: { $file }
    }
    .hint = 파일을 지정하십시오.
error-not-a-file = { $what ->
        [link] 다른 파일을 가리키는 링크이므로 따라가지 않습니다:
       *[other] 일반 파일이 아닙니다:
    } { $file }
    .hint = { $what ->
        [link] 원래 파일을 지정하십시오.
       *[other] 파이프나 장치는 여기서 읽지 않습니다. 내용을 파일로 저장한 뒤 그 파일을 지정하십시오.
    }
error-file-forbidden = { $file ->
        [none] 시스템이 파일 접근을 허락하지 않습니다.
       *[other] 시스템이 접근을 허락하지 않습니다: { $file }
    }
    .hint = 파일과 폴더의 소유자와 권한을 확인하고, 디스크가 읽기 전용인지 확인하십시오.
error-passphrase-needed = 암호 문구로 보호된 파일입니다.
    .hint = --bundle-passphrase-file로 암호 문구가 든 파일을 지정하십시오. 검토본이면 review open으로 읽으십시오.
error-wrong-passphrase = 암호 문구가 틀렸습니다.
    .hint = 한/영 상태와 Caps Lock을 확인하고 다시 시도하십시오.
error-wrong-recovery-words = 복구 단어를 올바르게 입력했지만 이 보관함은 열리지 않습니다.
    .hint = 다른 보관함의 단어이거나, 이 보관함의 이전 키의 단어이거나, 만들다 만 새 키의 단어입니다. 다른 종이를 찾으십시오.
error-recovery-words-mistyped = { $fault ->
        [missing] 단어가 모자랍니다. 24개여야 하는데 { $count }개를 입력했습니다.
        [extra] 단어가 너무 많습니다. 24개여야 하는데 { $count }개를 입력했습니다.
        [checksum] 24개 모두 목록에 있는 단어지만 서로 맞지 않습니다. 다른 단어가 섞였거나 순서가 바뀌었습니다.
       *[other] 복구 단어가 아닌 단어가 있습니다. 몇 번째: { $words }. { $count ->
                [24] 나머지는 모두 목록에 있습니다.
               *[other] 24개여야 하는데 { $count }개를 입력했습니다.
            }
    }
    .hint = 단어 24개를 종이와 하나씩 대조하십시오.
error-not-for-us = 다른 사람에게 보낸 파일입니다.
    .hint = 받는 사람에 추가해 달라고 보낸 사람에게 부탁하십시오.
error-header-damaged = 보관함의 헤더가 손상되었거나 변조되었습니다.
    .hint = fieldnotes vault repair 명령이 사본으로 고칩니다. 암호 문구를 잊었으면 fieldnotes vault recover 명령을 사용하십시오. 고쳐지지 않으면 남은 부분을 --read-damaged로 읽거나 백업에서 복원하십시오.
error-header-replaced = 보관함의 헤더가 이전 것이거나 데이터베이스에 적힌 것과 다릅니다. 이전 암호 문구로 열릴 수 있습니다.
    .hint = 누군가 바꿔 놓았을 수 있습니다. 가장 최근의 암호 문구로 fieldnotes vault repair 명령을 실행하면 사본에서 새 헤더를 복원합니다. 사본도 이전 것이면 --read-damaged로 읽거나, fieldnotes vault repair --accept-older로 이 헤더를 계속 쓸 수 있습니다.
error-database-older = 보관함의 데이터베이스가 헤더보다 이전 것입니다. 보관함에 새 키를 만들기 전의 데이터베이스여서 지금의 헤더로는 열 수 없습니다.
    .hint = 아무것도 바뀌지 않았습니다. 동기화 프로그램이 보관하는 이전 버전이나 백업에서 더 새로운 vault.db를 찾아 복원하십시오. 찾을 수 없으면 헤더와 데이터베이스가 함께 든 백업 하나에서 폴더 전체를 복원하십시오.
error-kdf-out-of-bounds = 보관함의 헤더가 정상보다 훨씬 많은 메모리나 시간을 요구합니다.
    .hint = 누군가 변조했을 수 있습니다. 백업에서 복원하십시오.
error-vault-damaged = 보관함이 손상되었습니다: { $part }
    .hint = 헤더와 봉인, 동료와 가져오기 목록은 fieldnotes vault repair 명령으로 고칩니다. 남은 부분은 --read-damaged로 읽을 수 있습니다.
error-revision-damaged = 판 하나가 손상되었습니다{ $record ->
        [none] .
       *[other] {". 기록: "}{ $record }
    }
    .hint = fieldnotes vault verify 명령으로 다른 손상도 볼 수 있습니다. 백업이나 동료에게 온전한 것이 있을 수 있습니다.
error-content-damaged = 첨부 파일의 내용이 손상되었습니다{ $record ->
        [none] .
       *[other] {". 기록: "}{ $record }
    }
    .hint = 백업이나 동료에게 온전한 것이 있을 수 있습니다.
error-format-too-new = 이 프로그램의 더 새로운 버전에서 만든 것입니다.
    .hint = 그 버전이나 더 새로운 버전을 쓰십시오.
error-not-a-bundle = 꾸러미 파일이 아닙니다.
    .hint = 맞는 파일인지 확인하십시오. 검토본은 review open으로 읽습니다.
error-not-a-review = 검토본 파일이 아닙니다.
    .hint = 맞는 파일인지 확인하십시오. 꾸러미는 bundle import로 받습니다.
error-bundle-damaged = 파일이 손상되었거나 잘렸거나 변조되었습니다 ({ $part ->
        [envelope] 암호화
        [manifest] 내용 목록
        [entries] 판
        [bodies] 판의 내용
        [records] 기록
        [files] 첨부 파일
       *[other] 구성
    }). 아무것도 받지 않았습니다.
    .hint = 다시 보내 달라고 하십시오. 가능하면 다른 방법으로 받으십시오.
error-signature-invalid = 파일 안의 서명이 올바르지 않습니다 ({ $part ->
        [envelope] 암호화
        [manifest] 내용 목록
        [entries] 판
        [bodies] 판의 내용
        [records] 기록
        [files] 첨부 파일
       *[other] 구성
    }). 아무것도 받지 않았습니다.
    .hint = 누군가 변조했을 수 있습니다. 보낸 사람에게 물어보십시오.
error-bundle-too-large = 파일이 정상보다 훨씬 많은 자원을 요구합니다 ({ $part ->
        [envelope] 암호화
        [manifest] 내용 목록
        [entries] 판
        [bodies] 판의 내용
        [records] 기록
        [files] 첨부 파일
       *[other] 구성
    }). 아무것도 받지 않았습니다.
    .hint = 무엇을 보냈는지 보낸 사람에게 물어보십시오.
error-export-too-large = 파일 하나에 담을 수 있는 양을 넘습니다 ({ $part ->
        [envelope] 받는 사람
        [manifest] 내용 목록
        [entries] 판
        [bodies] 판의 내용
        [records] 기록
        [files] 첨부 파일
       *[other] 구성
    }). 파일을 만들지 않았습니다.
    .hint = 기록을 나누어 파일 여러 개로 만드십시오.
error-bundle-not-as-seen = 미리 본 뒤에 파일이 바뀌었습니다. 아무것도 받지 않았습니다.
    .hint = bundle preview로 다시 미리 본 뒤 새로 결정하십시오.
error-log-forked = { $whose ->
        [own] 이 보관함의 사본 두 개가 따로 쓰였습니다.
        [colleague] 동료 { $name }의 보관함 사본 두 개가 따로 쓰였습니다.
       *[other] 한 보관함의 사본 두 개가 따로 쓰였습니다.
    } 보관함을 복사했거나 백업에서 복원한 뒤 양쪽을 모두 사용한 것입니다.{ $place ->
        [none] {""}
       *[other] {" "}기기 기록의 { $place }번째 항목부터 서로 다릅니다.
    }
    .hint = { $whose ->
        [own] 아무것도 받지 않았습니다. 앞으로 이 보관함은 새 기기 기록을 사용합니다. 사본 가운데 하나만 사용하십시오. 그런 다음 --accept-forked로 양쪽을 받으면 잃는 것이 없습니다.
        [colleague] 아무것도 받지 않았습니다. { $name } 본인에게 사본이나 백업을 사용했는지 전화로 물어보십시오. 동료는 하나만 사용하거나 그 보관함에서 identity renew-device를 실행해야 합니다. 그런 다음 --accept-forked로 양쪽을 받으면 잃는 것이 없습니다.
       *[other] 아무것도 받지 않았습니다. 누구의 보관함인지 전화로 알아보고 하나만 사용하게 하십시오. 그런 다음 --accept-forked로 양쪽을 받으면 잃는 것이 없습니다.
    }
error-foreign-recipients = 이 프로그램이 지원하지 않는 방식으로 암호화된 파일입니다.
    .hint = 이 프로그램으로 다시 만들어 달라고 보낸 사람에게 부탁하십시오.
error-too-large-to-keep = 보관함이 한 번에 보관할 수 있는 양을 넘습니다. 아무것도 저장하지 않았습니다.
    .hint = 꾸러미라면 보낸 사람에게 기록을 나누어 보내 달라고 하십시오.
error-folder-not-empty = 폴더가 비어 있지 않습니다.
    .hint = 빈 폴더나 새 폴더를 선택하십시오.
error-vault-file-foreign = { $what ->
        [link] 보관함 파일 자리에 링크가 있습니다. 링크는 따라가지 않습니다:
        [second_name] 보관함 파일에 다른 이름(하드 링크)이 있어, 쓰면 그쪽 내용도 바뀝니다:
        [folder] 보관함 파일 자리에 폴더가 있습니다:
       *[other] 보관함 파일이나 폴더 자리에 다른 것이 있습니다:
    } { $file }
    .hint = { $what ->
        [second_name] 보관함 폴더를 통째로 복사해서 복사본을 여십시오.
       *[other] 아무것도 바뀌지 않았습니다. 누가 두었는지 알아보고 다른 곳으로 옮기십시오. 그 자리의 보관함 파일이 없으면 백업에서 복원하십시오. lock 파일은 프로그램이 다시 만듭니다.
    }
error-not-granted = 이 작업에 쓰도록 선택한 파일이나 폴더가 아니거나, 선택한 지 오래되었습니다.
    .hint = 다시 선택하십시오.
error-locked = 보관함이 잠겨 있습니다.
    .hint = 보관함을 열고 다시 시도하십시오. 입력한 내용은 초안에 있습니다.
error-read-only = 보관함이 읽기 전용으로 열렸습니다.
    .hint = 이유는 fieldnotes vault status로 볼 수 있습니다. 디스크나 폴더에 쓸 수 없으면 폴더를 다른 디스크로 복사하십시오. 보관함이 손상되었으면 새 보관함을 만들어 남은 기록을 bundle export --read-damaged로 보내고, 동료의 꾸러미도 받으십시오.
error-record-in-conflict = 충돌이 있는 기록입니다: { $record }
    .hint = conflict show로 양쪽을 보고 conflict resolve로 해결하십시오. 한쪽에서 이어 쓰려면 --base로 지정하십시오.
error-no-conflict = 충돌이 없는 기록입니다: { $record }
    .hint = record edit로 편집하십시오.
error-clashes-open = 아직 해결하지 않은 차이가 { $count }개 있습니다. 기록: { $record }, 첫 번째: { $field }
    .hint = 차이마다 --take, --both, --write로 해결하거나 나머지를 --all-from으로 한꺼번에 해결하십시오.
error-heads-missing = 기록 { $record }: 어느 변경을 보고 결정했는지 적혀 있지 않습니다. 현재 변경: { $sides }
    .hint = conflict show 명령으로 비교한 다음 --heads { $heads } 옵션을 붙여 다시 실행하십시오. 그사이 다른 변경이 들어오면 저장하지 않습니다.
error-heads-changed = 기록 { $record }: 현재 변경과 다릅니다. 빠뜨린 것이 있거나 그사이 새 변경이 들어왔습니다.
    .hint = conflict show로 다시 본 다음 해결하십시오.
error-record-in-trash = 휴지통에 있는 기록입니다: { $record }
    .hint = 먼저 record restore로 복원하십시오.
error-record-not-in-trash = 휴지통에 있지 않은 기록입니다: { $record }
    .hint = 할 일이 없습니다.
error-record-exists = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }같은 ID의 기록이 이미 있으며 내용이 다릅니다: { $record }
    .hint = 아무것도 저장하지 않았습니다. 다른 기록으로 추가하려면 그 줄에서 ID를 지우고, 기존 기록을 수정하려면 record edit를 사용하십시오.
error-refusal-dropped = 거부하거나 철회한 동의가 삭제됩니다: { $count }건
    .hint = 아무것도 저장하지 않았습니다. 그대로 두고 새 항목을 추가하십시오. 지우려면 --drop-refusal을 붙여 다시 실행하십시오.
error-attachment-needs-file = { $line ->
        [none] {""}
       *[other] { $line }번째 줄:{" "}
    }첨부하려면 파일이 필요합니다.
    .hint = attachment add를 쓰십시오.
error-consent-refused = 보낼 수 없는 기록입니다: { $record }. { $reason ->
        [withdrawn] 증언자가 동의를 철회했습니다.
        [refused] 증언자가 거부했습니다.
        [expired] 동의 기간이 지났습니다.
        [clock_behind] 동의 기간이 지났습니다. 이 컴퓨터의 시계가 보관함의 가장 새로운 기록보다 늦습니다.
        [not_covered] 동의에 이 용도가 포함되지 않습니다.
        [not_recorded] 기록된 동의가 없습니다.
        [identity] 증언자가 이렇게 신원이 드러나는 데 동의하지 않았습니다.
        [voice] 음성 이용에 동의하지 않았습니다.
        [image] 사진이나 영상 이용에 동의하지 않았습니다.
        [withdrawn_by_colleague] 동료가 더는 전달하지 말라고 알린 기록입니다.
       *[other] 이 버전에서는 동의 내용을 읽을 수 없습니다.
    }
    .hint = 이 기록을 제외하거나, 증언자에게 묻고 대답을 기록하십시오.
error-audience-missing = 이용자를 적지 않았습니다.
    .hint = 기록을 이용할 사람이나 단체의 이름을 적으십시오.
error-conditions-open = 확인하지 않은 동의 조건이 있습니다: { $record }, { $count }개
    .hint = 파일을 만들지 않았습니다. 조건을 읽고 이용자가 지킬 조건을 하나씩 확인하거나, 이 기록을 제외하십시오.
error-decision-outdated = 본문이 바뀌어 더는 맞지 않는 결정이 있습니다: { $record }, { $count }개
    .hint = 파일을 만들지 않았습니다. 이 결정을 취소하고 다시 정하십시오.
error-leak-found = 가리기로 한 정보가 남아 있습니다: { $record }, { $count }곳
    .hint = 파일을 만들지 않았습니다. 미리 보고 그곳을 가리거나, 이 기록을 제외하십시오.
error-confidential = 공개 범위 때문에 이렇게 보낼 수 없는 기록입니다: { $record }
    .hint = 이 기록을 제외하거나 공개 범위를 바꾸십시오.
error-nothing-to-export = 보낼 수 있는 기록이 없습니다.
    .hint = 다른 기록을 선택하거나 동의와 공개 범위를 확인하십시오.
error-nothing-new = { $waiting ->
        [0] 보낼 수 있는 것은 받는 사람이 모두 가지고 있습니다.
       *[other] 보낼 수 있는 것은 받는 사람이 모두 가지고 있거나 이미 보냈습니다. 받았다는 확인이 없는 판이 { $waiting }개 있습니다.
    }
    .hint = 파일을 잃어버렸다면 --again으로 확인이 없는 것을, --full로 모든 것을 다시 보내십시오. 무엇이 왜 제외되는지는 --dry-run으로 볼 수 있습니다.
error-sender-unknown = 보낸 사람이 동료로 등록되어 있지 않습니다.
    .hint = 동료로 추가하고 지문을 확인하십시오. 그래도 받으려면 --accept-unknown-sender를 붙이십시오.
error-sender-retired = 제외한 동료가 보낸 것입니다: { $name }
    .hint = 왜 아직 보내는지 알아보십시오. 받으려면 --accept-retired-sender를 붙이거나 colleague restore로 복원하십시오.
error-sender-key-replaced = 교체된 이전 키로 서명했습니다: { $name }
    .hint = 전에 만든 꾸러미이거나, 누군가 이전 키를 가진 것일 수 있습니다. { $name } 본인에게 전화로 물어본 뒤 --accept-retired-sender로 받으십시오.
error-colleague-retired = 제외한 동료에게는 보낼 수 없습니다: { $name }
    .hint = 받는 사람에서 제외하거나 colleague restore로 복원하십시오.
error-colleague-key-differs = 같은 이름의 동료가 다른 키로 등록되어 있습니다: { $name }. 이 신원의 지문은 { $fingerprint }입니다.
    .hint = 보관함을 새로 만들었는지 전화로 물어보고 위 숫자를 대조하십시오. 일치하면 colleague change-key에 --i-compared를 붙이십시오. 일치하지 않으면 누군가 동료 행세를 하는 것일 수 있습니다. 다른 사람이면 다른 이름으로 추가하십시오.
error-colleague-key-replaced = 동료가 이전에 쓰다가 교체한 신원입니다: { $name } ({ $time })
    .hint = { $name } 본인에게 어느 신원을 사용하는지 전화로 물어보십시오. 이전 신원은 추가하지 마십시오.
error-fingerprint-mismatch = 지문이 일치하지 않습니다{ $groups ->
        [none] .
       *[other] {". "}열두 묶음 가운데 다른 묶음: { $groups }
    }
    .hint = 숫자를 다시 대조하십시오. 계속 다르면 동료의 신원이 아니므로 사용하지 마십시오.
error-colleague-known = 이미 있는 신원입니다. { $whose ->
        [own] 본인의 신원입니다.
        [colleague] 동료의 신원입니다: { $name }
       *[other] 등록된 동료이거나 본인입니다.
    }
    .hint = colleague list로 동료를 모두 볼 수 있습니다.
error-import-built-on = 가져오기를 취소할 수 없습니다. { $reason ->
        [draft] 받은 내용에서 쓰기 시작한 초안이 있습니다
        [later_import] 나중에 받은 것에도 같은 내용이 들어 있습니다
        [too_old] 이 프로그램의 이전 버전에서 받은 것입니다
       *[other] 그 뒤에 수정한 기록이 있습니다
    }{ $ids ->
        [none] .
       *[other] {": "}{ $ids }
    }
    .hint = { $reason ->
        [draft] 초안을 저장하거나 삭제하십시오. 저장하면 가져오기를 더 이상 취소할 수 없습니다.
        [later_import] 나중에 받은 것부터 취소하십시오.
       *[other] 그 뒤에 저장한 것은 그대로 둡니다. 필요하면 기록을 직접 편집하십시오.
    }
error-file-not-ready = { $state ->
        [coming] 아직 복사되는 중이라 받을 수 없습니다
        [unknown_sender] 보낸 사람이 동료가 아니어서 받을 수 없습니다
        [needs_passphrase] 암호 문구로 여는 파일이라 여기서 받을 수 없습니다
        [forbidden] 읽을 권한이 없어 받을 수 없습니다
        [damaged] 손상되었거나 꾸러미가 아니어서 받을 수 없습니다
       *[other] 이미 받았거나, 이 보관함이 보냈거나, 다른 사람 것이어서 받을 것이 없습니다
    }: { $file }
    .hint = fieldnotes folder look로 각 파일의 상태를 보십시오. 암호 문구로 여는 파일은 bundle import로 받습니다.
error-file-exists = { $file ->
        [none] 이미 있는 파일입니다.
       *[other] 이미 있는 파일입니다: { $file }
    }
    .hint = 다른 이름을 사용하십시오. 기존 파일을 덮어쓰지 않습니다.
error-vault-in-use = 다른 프로그램이 보관함을 열고 있습니다 (프로세스 { $pid }).
    .hint = 먼저 그쪽에서 닫으십시오.
error-vault-not-found = 이 폴더에는 보관함이 없습니다.
    .hint = 폴더를 확인하거나 vault create로 보관함을 만드십시오.
error-record-not-found = 이 보관함에 그런 기록은 없습니다.
    .hint = ID를 확인하십시오. record list로 모두 볼 수 있습니다.
error-revision-not-found = 이 기록에 그런 판은 없습니다.
    .hint = record history로 모두 볼 수 있습니다. 앞부분이 같은 판이 여럿이면 더 길게 적으십시오.
error-body-not-held = 이 보관함에는 이 판의 내용이 없습니다.
    .hint = 가지고 있는 동료에게 부탁하십시오.
error-content-not-held = 그런 첨부 파일이 없거나, 이 보관함에 그 내용이 없습니다.
    .hint = attachment list로 어떤 것이 있는지 볼 수 있습니다.
error-colleague-not-found = 그런 이름의 동료는 없습니다.{ $name ->
        [none] {""}
       *[other] {" "}똑같아 보이는 이름의 동료가 있습니다: { $name }
    }
    .hint = colleague list로 모두 볼 수 있습니다.{ $name ->
        [none] {""}
       *[other] {" "}그 동료가 맞으면 목록에서 이름을 복사하십시오.
    }
error-import-not-found = 그런 가져오기는 없습니다.
    .hint = 이미 취소했을 수 있습니다.
error-draft-not-found = 그런 초안은 없습니다.
    .hint = 이미 저장했거나 삭제했을 수 있습니다.
error-folder-not-set = 교환 폴더가 정해져 있지 않습니다.
    .hint = folder set으로 정하십시오.
error-folder-gone = 교환 폴더를 찾을 수 없습니다.
    .hint = USB 메모리를 꽂거나 서버가 연결되기를 기다리십시오. 보낼 것은 그대로 남아 있습니다.
error-folder-unsuitable =
    { $reason ->
        [vault] 보관함 폴더나 그 안팎의 폴더는 교환 폴더로 쓸 수 없습니다.
        [name] 폴더 경로를 글자로 저장할 수 없습니다.
       *[other] 폴더가 아닙니다.
    }
    .hint = 주고받는 파일만 두는 폴더를 선택하십시오.
error-folder-not-writable = 교환 폴더에 쓸 수 없습니다.
    .hint = USB 메모리가 쓰기 금지인지 보거나 서버 관리자에게 물어보십시오. 보낼 것은 그대로 남아 있습니다.
error-folder-missing = 파일을 저장할 폴더가 없습니다: { $file }
    .hint = 경로를 확인하거나 폴더를 먼저 만드십시오.
error-file-not-found = { $file ->
        [none] 파일을 찾을 수 없습니다.
       *[other] 찾을 수 없는 파일입니다: { $file }
    }
    .hint = 이름을 확인하십시오.
