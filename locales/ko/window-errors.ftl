# 창에서는 터미널과 다른 말로 알리는 오류. 여기 없는 것은 errors.ftl의 글로 알립니다.

window-error-id-invalid = 이 링크로는 기록을 찾을 수 없습니다.
    .hint = 목록으로 돌아가 거기서 기록을 여십시오.
window-error-kind-unknown = 알 수 없는 종류의 기록입니다.
    .hint = 더 새로운 버전에서 만든 기록일 수 있습니다.
window-error-base-missing = 어느 판을 수정한 것인지 알 수 없습니다.
    .hint = 아무것도 저장하지 않았습니다. 기록을 다시 열어 수정하십시오.
window-error-record-exists = 같은 ID의 기록이 이미 있으며 내용이 다릅니다: { $record }
    .hint = 아무것도 저장하지 않았습니다. 그 기록을 수정하십시오.
window-error-refusal-dropped = 거부하거나 철회한 동의 { $count }건이 삭제됩니다.
    .hint = 아무것도 저장하지 않았습니다. 되돌려 놓고 새 항목을 추가하거나, 삭제할 것임을 확인하십시오.
window-error-record-invalid = 이 기록에 알맞지 않은 값이 있습니다{ $field ->
        [none] .
       *[other] {": "}{ $field }
    }
    .hint = 표시된 항목을 수정하고 다시 저장하십시오. 입력한 내용은 모두 초안에 있습니다.
window-error-date-invalid = 올바른 날짜가 아닙니다{ $field ->
        [none] .
       *[other] {": "}{ $field }
    }
    .hint = 1998, 1998-03, 1998-03-21, 1998?, 1998~, 1997/1999처럼 적으십시오. 입력한 내용은 모두 초안에 있습니다.
window-error-cursor-invalid = 목록을 이어서 볼 수 없습니다.
    .hint = 목록을 다시 여십시오.
window-error-choice-invalid = 여기서는 그렇게 선택할 수 없습니다.
    .hint = 충돌을 다시 열고 차이마다 선택하십시오.
window-error-identity-invalid = { $fault ->
        [altered] 신원이 온전하지 않습니다. 빠지거나 바뀐 글자가 있습니다.
        [several] 여러 사람의 신원이 들어 있습니다.
       *[other] 신원이 아닙니다.
    }
    .hint = 동료에게 ‘동료’ 화면의 ‘{ colleague-own-save }’으로 만든 파일을 부탁하십시오.
window-error-passphrase-needed = 암호 문구로 보호된 파일입니다.
    .hint = 보낸 사람이 알려 준 암호 문구를 입력하십시오.
window-error-header-damaged = 보관함의 헤더가 손상되었거나 변조되었습니다.
    .hint = 백업에서 보관함을 복원하거나, 터미널에서 fieldnotes vault repair 명령을 실행해 사본으로 헤더를 고치십시오.
window-error-header-replaced = 보관함의 헤더가 이전 것이거나 데이터베이스에 적힌 것과 다릅니다. 이전 암호 문구로 열릴 수 있습니다.
    .hint = 누군가 바꿔 놓았을 수 있습니다. 터미널에서 가장 최근의 암호 문구로 fieldnotes vault repair 명령을 실행하면 사본에서 새 헤더를 복원합니다.
window-error-database-older = 보관함의 데이터베이스가 헤더보다 이전 것입니다. 보관함에 새 키를 만들기 전의 데이터베이스여서 지금의 헤더로는 열 수 없습니다.
    .hint = 동기화 프로그램이 보관하는 이전 버전이나 백업에서 더 새로운 vault.db를 찾아 복원하십시오. 찾을 수 없으면 백업 하나에서 폴더 전체를 복원하십시오.
window-error-no-room = 디스크 공간이 부족합니다. 새 키를 만들지 않았습니다.
    .hint = 공간을 비우고 다시 시도하십시오.
window-error-vault-damaged = 보관함이 손상되었습니다.
    .hint = 남은 부분을 읽기 전용으로 열 수 있습니다. 지워지는 것은 없습니다. 나머지는 백업이나, 꾸러미를 받은 동료에게 있을 수 있습니다.
window-error-revision-damaged = 이 기록의 판 하나가 손상되었습니다.
    .hint = 설정에서 보관함을 점검하십시오. 백업이나 동료에게 온전한 것이 있을 수 있습니다.
window-error-content-damaged = 이 첨부 파일의 내용이 손상되었습니다.
    .hint = 백업이나 동료에게 온전한 것이 있을 수 있습니다.
window-error-not-a-bundle = 꾸러미 파일이 아닙니다.
    .hint = 맞는 파일인지 확인하십시오. 검토본은 ‘검토본 열기’로 엽니다.
window-error-not-a-review = 검토본 파일이 아닙니다.
    .hint = 맞는 파일인지 확인하십시오. 꾸러미는 ‘받기’ 화면에서 받습니다.
window-error-storage-read-only = 디스크나 폴더에 쓸 수 없습니다.
    .hint = 읽기는 그대로 할 수 있습니다. 수정하려면 쓰기 금지를 해제하거나 폴더를 쓸 수 있는 디스크로 복사하십시오.
window-error-too-many-open-files = 시스템에서 파일을 더 열 수 없습니다.
    .hint = 다른 프로그램을 닫고 다시 시도하십시오.
window-error-path-too-long = 경로가 너무 깁니다.
    .hint = 경로가 더 짧은 폴더를 선택하십시오.
window-error-disk-fault = 디스크를 읽거나 쓸 수 없습니다.
    .hint = 드라이브가 연결되어 있는지 확인하십시오. 디스크가 고장 나고 있을 수 있으니 먼저 전부 다른 디스크에 복사하십시오.
window-error-vault-gone = 보관함 폴더가 없어졌거나 다른 폴더로 바뀌었습니다.
    .hint = 아직 저장하지 않은 내용은 저장되지 않았습니다. 드라이브를 다시 연결하거나 폴더를 되돌린 뒤 보관함을 다시 여십시오.
window-error-vault-replaced = 보관함이 열려 있는 동안 다른 프로그램이 데이터베이스를 지우거나 바꾸었습니다.
    .hint = 이제부터는 저장되지 않습니다. 입력한 내용을 복사해 두고 보관함을 잠근 뒤, 동기화 프로그램이 폴더를 건드리지 않게 하십시오.
window-error-vault-file-foreign = 보관함 파일 자리에 링크나 폴더, 장치, 또는 다른 이름이 있는 파일이 있습니다.
    .hint = 아무것도 바뀌지 않았습니다. 누가 두었는지 알아보고 다른 곳으로 옮기십시오. 그 자리의 보관함 파일이 없으면 백업에서 복원하십시오.
window-error-read-only = 보관함이 읽기 전용으로 열렸습니다.
    .hint = 이유는 목록 위의 안내에 있습니다. 폴더를 쓸 수 있는 디스크로 복사하십시오. 보관함이 손상되었으면 새 보관함을 만들고 거기서 동료의 꾸러미를 받으십시오.
window-error-record-in-conflict = 충돌이 있는 기록입니다.
    .hint = 먼저 ‘충돌’에서 해결하십시오. 어느 쪽 내용도 사라지지 않습니다.
window-error-no-conflict = 이제 충돌이 없는 기록입니다.
    .hint = 할 일이 없습니다.
window-error-clashes-open = 아직 해결하지 않은 차이가 있습니다.
    .hint = 모두 선택한 다음 저장하십시오.
window-error-nothing-new = 보낼 수 있는 것은 받는 사람이 모두 가지고 있거나 이미 보냈습니다.
    .hint = 할 일이 없습니다. 파일을 잃어버렸다면 ‘{ bundle-reach-again }’을 선택하십시오.
window-error-heads-missing = 이 기록의 어느 쪽을 보고 결정했는지 알 수 없습니다.
    .hint = 아무것도 저장하지 않았습니다. 충돌을 다시 여십시오.
window-error-heads-changed = 그사이 이 기록에 새 변경이 들어왔습니다.
    .hint = 저장된 것도 사라진 것도 없습니다. 충돌을 다시 여십시오.
window-error-record-in-trash = 휴지통에 있는 기록입니다.
    .hint = 먼저 복원하십시오.
window-error-record-not-in-trash = 휴지통에 있지 않은 기록입니다.
    .hint = 할 일이 없습니다.
window-error-attachment-needs-file = 첨부하려면 파일이 필요합니다.
    .hint = 첨부가 속한 기록에서 파일을 첨부하십시오.
window-error-consent-refused = 보낼 수 없는 기록입니다. { $reason ->
        [withdrawn] 증언자가 동의를 철회했습니다.
        [refused] 증언자가 거부했습니다.
        [expired] 동의 기간이 지났습니다.
        [clock_behind] 동의 기간이 지났습니다. 이 컴퓨터의 시계가 보관함의 가장 새로운 기록보다 늦습니다.
        [not_covered] 동의에 이 용도가 포함되지 않습니다.
        [not_recorded] 기록된 동의가 없습니다.
        [identity] 증언자가 이렇게 신원이 드러나는 데 동의하지 않았습니다.
        [voice] 음성 이용에 동의하지 않았습니다.
        [image] 사진이나 영상 이용에 동의하지 않았습니다.
       *[other] 이 버전에서는 동의 내용을 읽을 수 없습니다.
    }
    .hint = 파일을 만들지 않았습니다. 이 기록을 제외하거나, 증언자에게 묻고 대답을 기록하십시오.
window-error-conditions-open = 이 기록에는 아직 선택하지 않은 동의 조건이 있습니다: { $count }개
    .hint = 파일을 만들지 않았습니다. ‘{ review-step-contents }’ 단계로 돌아가 조건을 읽고 하나씩 선택하십시오.
window-error-decision-outdated = 이 기록의 본문이 바뀌어 더는 맞지 않는 결정이 있습니다: { $count }개
    .hint = 파일을 만들지 않았습니다. ‘{ review-step-reading }’ 단계로 돌아가 그 결정을 취소하고 다시 정하십시오.
window-error-leak-found = 이 기록에 가리기로 한 정보가 남아 있습니다: { $count }곳
    .hint = 파일을 만들지 않았습니다. ‘{ review-step-reading }’ 단계로 돌아가 그곳을 가리거나 이 기록을 제외하십시오.
window-error-confidential = 공개 범위 때문에 이렇게 보낼 수 없는 기록입니다.
    .hint = 파일을 만들지 않았습니다. 이 기록을 제외하거나 공개 범위를 바꾸십시오.
window-error-sender-unknown = 보낸 사람이 동료로 등록되어 있지 않습니다.
    .hint = 누구인지 알아보십시오. 동료로 추가하고 지문을 확인하거나, 그대로 받을 수 있습니다.
window-error-bundle-not-as-seen = 미리 본 뒤에 파일이 바뀌었습니다. 아무것도 받지 않았습니다.
    .hint = 다시 미리 본 뒤 새로 결정하십시오.
window-error-log-forked = { $whose ->
        [own] 이 보관함의 사본 두 개가 따로 쓰였습니다.
        [colleague] 동료 { $name }의 보관함 사본 두 개가 따로 쓰였습니다.
       *[other] 한 보관함의 사본 두 개가 따로 쓰였습니다.
    } 보관함을 복사했거나 백업에서 복원한 뒤 양쪽을 모두 사용한 것입니다.
    .hint = { $whose ->
        [own] 아무것도 받지 않았습니다. 앞으로 이 보관함은 새 기기 기록을 사용합니다. 사본 가운데 하나만 사용하십시오. 그런 다음 양쪽을 받으면 잃는 것이 없습니다.
        [colleague] 아무것도 받지 않았습니다. { $name } 본인에게 사본이나 백업을 사용했는지 전화로 묻고, 하나만 사용하게 하십시오. 그런 다음 양쪽을 받으면 잃는 것이 없습니다.
       *[other] 아무것도 받지 않았습니다. 누구의 보관함인지 전화로 알아보고 하나만 사용하게 하십시오. 그런 다음 양쪽을 받으면 잃는 것이 없습니다.
    }
window-error-sender-retired = 제외한 동료가 보낸 것입니다: { $name }
    .hint = 왜 아직 보내는지 알아보십시오. 그대로 받거나 ‘동료’ 화면에서 복원할 수 있습니다.
window-error-sender-key-replaced = 교체된 이전 키로 서명했습니다: { $name }
    .hint = 전에 만든 꾸러미이거나, 누군가 이전 키를 가진 것일 수 있습니다. { $name } 본인에게 전화로 물어본 뒤 그대로 받거나 새 키로 만든 꾸러미를 부탁하십시오.
window-error-colleague-retired = 제외한 동료에게는 보낼 수 없습니다: { $name }
    .hint = 받는 사람에서 제외하거나 ‘동료’ 화면에서 복원하십시오.
window-error-colleague-key-differs = 같은 이름의 동료가 다른 키로 등록되어 있습니다: { $name }
    .hint = 보관함을 새로 만들었는지 전화로 물어보십시오. 다른 사람이면 다른 이름으로 추가하십시오.
window-error-colleague-key-replaced = 동료가 이전에 쓰다가 교체한 신원입니다: { $name }
    .hint = { $name } 본인에게 어느 신원을 사용하는지 전화로 물어보십시오. 이전 신원은 추가하지 마십시오.
window-error-qr-not-identity = QR 코드에 신원이 들어 있지 않거나 내용이 바뀌었습니다.
    .hint = 동료에게 ‘동료’ 화면의 ‘{ colleague-qr-show }’로 만든 코드를 부탁하십시오.
window-error-colleague-known = 이미 있는 신원입니다. 등록된 동료이거나 본인입니다.
    .hint = 동료 목록을 보십시오.
window-error-file-not-ready = 지금은 받을 수 없는 파일입니다.
    .hint = 목록에서 파일의 상태를 보십시오.
window-error-file-exists = 같은 이름의 파일이 이미 있습니다.
    .hint = 다른 이름을 사용하십시오. 기존 파일을 덮어쓰지 않습니다.
window-error-vault-in-use = 다른 프로그램이 이 보관함을 열고 있습니다.
    .hint = 먼저 그쪽에서 닫은 뒤 다시 시도하십시오.
window-error-vault-not-found = 이 폴더에는 보관함이 없습니다.
    .hint = 폴더를 확인하거나 새 보관함을 만드십시오.
window-error-record-not-found = 이 보관함에 그런 기록이 없습니다.
    .hint = 아직 도착하지 않았을 수 있습니다.
window-error-revision-not-found = 이 기록에 그런 판은 없습니다.
    .hint = 기록의 이력을 보십시오.
window-error-content-not-held = 이 보관함에는 이 첨부 파일의 내용이 없습니다.
    .hint = 가지고 있는 동료에게 부탁하십시오.
window-error-colleague-not-found = 그런 이름의 동료는 없습니다.{ $name ->
        [none] {""}
       *[other] {" "}똑같아 보이는 이름의 동료가 있습니다: { $name }
    }
    .hint = 동료 목록을 보십시오.
window-error-folder-not-set = 교환 폴더가 정해져 있지 않습니다.
    .hint = 설정에서 폴더를 선택하십시오.
window-error-folder-gone = 교환 폴더를 찾을 수 없습니다.
    .hint = USB 메모리를 꽂거나 서버가 연결되기를 기다리십시오. 보낼 것은 그대로 남아 있습니다.
window-error-folder-unsuitable =
    { $reason ->
        [vault] 보관함 폴더나 그 안팎의 폴더는 교환 폴더로 쓸 수 없습니다.
        [name] 폴더 경로를 글자로 저장할 수 없습니다.
       *[other] 폴더가 아닙니다.
    }
    .hint = 주고받는 파일만 두는 폴더를 선택하십시오.
window-error-folder-not-writable = 교환 폴더에 쓸 수 없습니다.
    .hint = USB 메모리가 쓰기 금지인지 보거나 서버 관리자에게 물어보십시오. 보낼 것은 그대로 남아 있습니다.
window-error-folder-missing = 파일을 저장할 폴더가 없습니다.
    .hint = 경로를 확인하거나 폴더를 먼저 만드십시오.
window-error-is-a-folder = 파일이 아니라 폴더입니다.
    .hint = 파일을 선택하십시오.
window-error-not-a-file = 링크나 파이프, 장치이며 일반 파일이 아닙니다.
    .hint = 원래 파일을 선택하십시오.
window-error-file-forbidden = 시스템이 이 파일이나 폴더에 대한 접근을 허락하지 않습니다.
    .hint = 읽기와 쓰기 권한을 확인하고, 디스크가 읽기 전용인지 확인하십시오.
window-error-file-not-found = 파일을 찾을 수 없습니다.
    .hint = 이름과 폴더를 확인하십시오.
