<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccessSentence</name>
    <message>
        <source>Only root can connect.</source>
        <translation>Nur root kann sich verbinden.</translation>
    </message>
    <message>
        <source>Only you and root can connect.</source>
        <translation>Nur Sie und root können sich verbinden.</translation>
    </message>
    <message>
        <source>Only you, your group and root can connect.</source>
        <translation>Nur Sie, Ihre Gruppe und root können sich verbinden.</translation>
    </message>
    <message>
        <source>All users of this computer can connect.</source>
        <translation>Alle Benutzer dieses Computers können sich verbinden.</translation>
    </message>
    <message>
        <source>Root and users with write permission can connect.</source>
        <translation>Root und Benutzer mit Schreibrecht können sich verbinden.</translation>
    </message>
    <message>
        <source>Only you, administrators and the system can connect.</source>
        <translation>Nur Sie, Administratoren und das System können sich verbinden.</translation>
    </message>
    <message>
        <source>You, administrators and the system can connect; everyone else can only read.</source>
        <translation>Sie, Administratoren und das System können sich verbinden, alle anderen nur lesen.</translation>
    </message>
    <message>
        <source>Everyone can connect, including anonymous users.</source>
        <translation>Jeder kann sich verbinden, auch anonyme Benutzer.</translation>
    </message>
    <message>
        <source>The security descriptor controls access.</source>
        <translation>Der Sicherheitsdeskriptor regelt den Zugriff.</translation>
    </message>
    <message>
        <source>Remote computers can connect.</source>
        <translation>Remotecomputer können sich verbinden.</translation>
    </message>
    <message>
        <source>Unsafe: any program of any user can connect to this server.</source>
        <translation>Unsicher: Jedes Programm jedes Benutzers kann sich mit diesem Server verbinden.</translation>
    </message>
    <message>
        <source>Unsafe: anyone can connect to this server, change its permissions and create instances of the pipe.</source>
        <translation>Unsicher: Jeder kann sich mit diesem Server verbinden, seine Berechtigungen ändern und Instanzen der Pipe erstellen.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 akzeptiert keinen Wert</translation>
    </message>
    <message>
        <source>unknown option: %1</source>
        <translation>unbekannte Option: %1</translation>
    </message>
    <message>
        <source>%1 requires a value</source>
        <translation>%1 erfordert einen Wert</translation>
    </message>
    <message>
        <source>unexpected second file: %1</source>
        <translation>unerwartete zweite Datei: %1</translation>
    </message>
    <message>
        <source>--demo-seconds must be a number from 1 to %1, not %2</source>
        <translation>--demo-seconds muss eine Zahl von 1 bis %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>--theme must be light, dark or system, not %1</source>
        <translation>--theme muss light, dark oder system sein, nicht %1</translation>
    </message>
    <message>
        <source>--language must be one of %1, not %2</source>
        <translation>--language muss einer der Werte %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>--demo-output requires --demo-seconds</source>
        <translation>--demo-output erfordert --demo-seconds</translation>
    </message>
    <message>
        <source>Usage: pipescope [options] [FILE]

Serve, connect to and monitor named pipes.

  --server NAME         start a server on this pipe (repeatable)
  --client NAME         connect to this pipe (repeatable)
  --open FILE           open a saved session (same as FILE alone)
  --demo                run a demo server and client
  --demo-seconds N      quit after N seconds and print a summary
  --demo-output DIR     write screenshot, session and summary to DIR
  --theme THEME         light, dark or system
  --language CODE       en, de or system
  --help, --version

/server [NAME] and /client [NAME] are the same as --server and --client.
</source>
        <translation>Aufruf: pipescope [Optionen] [DATEI]

Named Pipes bereitstellen, verbinden und überwachen.

  --server NAME         einen Server auf dieser Pipe starten (wiederholbar)
  --client NAME         mit dieser Pipe verbinden (wiederholbar)
  --open DATEI          eine gespeicherte Sitzung öffnen (wie DATEI allein)
  --demo                Demo-Server und -Client starten
  --demo-seconds N      nach N Sekunden beenden und Zusammenfassung ausgeben
  --demo-output ORDNER  Bild, Sitzung und Zusammenfassung in ORDNER schreiben
  --theme SCHEMA        light, dark oder system
  --language KÜRZEL     en, de oder system
  --help, --version

/server [NAME] und /client [NAME] entsprechen --server und --client.
</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>pipescope: %1 (see pipescope --help)</source>
        <translation>pipescope: %1 (siehe pipescope --help)</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
</context>
<context>
    <name>CopyStyle</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Hex dump</source>
        <translation>Hexdump</translation>
    </message>
    <message>
        <source>C array</source>
        <translation>C-Array</translation>
    </message>
    <message>
        <source>C# array</source>
        <translation>C#-Array</translation>
    </message>
    <message>
        <source>Go slice</source>
        <translation>Go-Slice</translation>
    </message>
    <message>
        <source>Rust array</source>
        <translation>Rust-Array</translation>
    </message>
    <message>
        <source>Python bytes</source>
        <translation>Python-Bytes</translation>
    </message>
    <message>
        <source>JavaScript array</source>
        <translation>JavaScript-Array</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
</context>
<context>
    <name>Decode</name>
    <message>
        <source>auth_length exceeds the packet</source>
        <translation>auth_length ist größer als das Paket</translation>
    </message>
    <message>
        <source>unexpected end of packet</source>
        <translation>unerwartetes Paketende</translation>
    </message>
    <message>
        <source>not a DCE/RPC 5 header</source>
        <translation>kein DCE/RPC-5-Header</translation>
    </message>
    <message>
        <source>frames not available: the stream begins more than %1 rows before this row</source>
        <translation>Frames nicht verfügbar: der Datenstrom beginnt mehr als %1 Zeilen vor dieser Zeile</translation>
    </message>
    <message>
        <source>frames not available: the payload of row %1 was not kept</source>
        <translation>Frames nicht verfügbar: die Nutzdaten von Zeile %1 wurden nicht behalten</translation>
    </message>
    <message>
        <source>expected &apos;,&apos; or &apos;}&apos;</source>
        <translation>&apos;,&apos; oder &apos;}&apos; erwartet</translation>
    </message>
    <message>
        <source>expected &apos;,&apos; or &apos;]&apos;</source>
        <translation>&apos;,&apos; oder &apos;]&apos; erwartet</translation>
    </message>
    <message>
        <source>expected a string key</source>
        <translation>Schlüssel in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>expected &apos;:&apos;</source>
        <translation>&apos;:&apos; erwartet</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>Wert erwartet</translation>
    </message>
    <message>
        <source>expected a digit</source>
        <translation>Ziffer erwartet</translation>
    </message>
    <message>
        <source>invalid number</source>
        <translation>ungültige Zahl</translation>
    </message>
    <message>
        <source>unescaped control character in a string</source>
        <translation>nicht maskiertes Steuerzeichen in einer Zeichenkette</translation>
    </message>
    <message>
        <source>invalid UTF-8 byte</source>
        <translation>ungültiges UTF-8-Byte</translation>
    </message>
    <message>
        <source>invalid escape sequence</source>
        <translation>ungültige Escape-Sequenz</translation>
    </message>
    <message>
        <source>expected four hex digits after \u</source>
        <translation>vier Hexziffern nach \u erwartet</translation>
    </message>
    <message>
        <source>invalid MessagePack byte C1</source>
        <translation>ungültiges MessagePack-Byte C1</translation>
    </message>
    <message>
        <source>invalid field tag</source>
        <translation>ungültiges Feld-Tag</translation>
    </message>
    <message>
        <source>end of a group that was not opened</source>
        <translation>Ende einer nicht geöffneten Gruppe</translation>
    </message>
    <message>
        <source>varint exceeds 64 bits</source>
        <translation>Varint mit mehr als 64 Bit</translation>
    </message>
    <message>
        <source>invalid byte sequence (and others)</source>
        <translation>ungültige Bytefolge (und weitere)</translation>
    </message>
    <message>
        <source>invalid byte sequence</source>
        <translation>ungültige Bytefolge</translation>
    </message>
    <message>
        <source>truncated: showing the first %1 fields</source>
        <translation>gekürzt: die ersten %1 Felder werden gezeigt</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels: contents not shown</source>
        <translation>tiefer als %1 Ebenen verschachtelt: Inhalt nicht gezeigt</translation>
    </message>
    <message>
        <source>truncated: decoding the first %1 bytes</source>
        <translation>gekürzt: die ersten %1 Bytes werden decodiert</translation>
    </message>
    <message>
        <source>unexpected end of data</source>
        <translation>unerwartetes Datenende</translation>
    </message>
    <message>
        <source>text outside the root element</source>
        <translation>Text außerhalb des Wurzelelements</translation>
    </message>
    <message>
        <source>expected an element name</source>
        <translation>Elementname erwartet</translation>
    </message>
    <message>
        <source>expected an attribute, &apos;&gt;&apos; or &apos;/&gt;&apos;</source>
        <translation>Attribut, &apos;&gt;&apos; oder &apos;/&gt;&apos; erwartet</translation>
    </message>
    <message>
        <source>expected &apos;=&apos; and an attribute value</source>
        <translation>&apos;=&apos; und Attributwert erwartet</translation>
    </message>
    <message>
        <source>expected a quoted value</source>
        <translation>Wert in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>expected &apos;&gt;&apos;</source>
        <translation>&apos;&gt;&apos; erwartet</translation>
    </message>
    <message>
        <source>end tag without a start tag</source>
        <translation>End-Tag ohne Start-Tag</translation>
    </message>
    <message>
        <source>mismatched end tag: expected &lt;/%1&gt;</source>
        <translation>falsches End-Tag: &lt;/%1&gt; erwartet</translation>
    </message>
    <message>
        <source>frames not available: finding them requires reading more than %1 bytes</source>
        <translation>Frames nicht verfügbar: dafür müssten mehr als %1 Bytes gelesen werden</translation>
    </message>
    <message>
        <source>frame of %1 bytes truncated to %2 bytes; check the framing rule</source>
        <translation>Frame von %1 Bytes auf %2 Bytes gekürzt; Framing-Regel prüfen</translation>
    </message>
    <message>
        <source>frame truncated to %1 bytes; check the framing rule</source>
        <translation>Frame auf %1 Bytes gekürzt; Framing-Regel prüfen</translation>
    </message>
    <message>
        <source>no checksum: its range or place is outside of the frame</source>
        <translation>keine Prüfsumme: Bereich oder Stelle liegt außerhalb des Frames</translation>
    </message>
    <message>
        <source>wrong checksum: %1, expected %2</source>
        <translation>falsche Prüfsumme: %1, erwartet %2</translation>
    </message>
    <message>
        <source>no D-Bus message: wrong head; skipped to the next one</source>
        <translation>keine D-Bus-Nachricht: falscher Kopf; bis zur nächsten übersprungen</translation>
    </message>
    <message>
        <source>no HTTP/2 frame: wrong head; skipped to the next one</source>
        <translation>kein HTTP/2-Frame: falscher Kopf; bis zum nächsten übersprungen</translation>
    </message>
    <message>
        <source>no header: expected an empty line within %1 bytes; skipped to the next Content-Length</source>
        <translation>kein Header: Leerzeile innerhalb von %1 Bytes erwartet; bis zum nächsten Content-Length übersprungen</translation>
    </message>
    <message>
        <source>header without a valid Content-Length; skipped to the next Content-Length</source>
        <translation>Header ohne gültiges Content-Length; bis zum nächsten Content-Length übersprungen</translation>
    </message>
    <message>
        <source>Content-Length %1 is above the maximum of %2 bytes; skipped to the next Content-Length</source>
        <translation>Content-Length %1 liegt über dem Maximum von %2 Bytes; bis zum nächsten Content-Length übersprungen</translation>
    </message>
    <message>
        <source>no header: expected a line &quot;Name: value&quot;; skipped to the next Content-Length</source>
        <translation>kein Header: Zeile „Name: Wert“ erwartet; bis zum nächsten Content-Length übersprungen</translation>
    </message>
    <message>
        <source>no HTTP head: expected a start line and lines &quot;Name: value&quot;; skipped to the next start line</source>
        <translation>kein HTTP-Kopf: Startzeile und Zeilen „Name: Wert“ erwartet; bis zur nächsten Startzeile übersprungen</translation>
    </message>
    <message>
        <source>HTTP head without a valid Content-Length; skipped to the next start line</source>
        <translation>HTTP-Kopf ohne gültiges Content-Length; bis zur nächsten Startzeile übersprungen</translation>
    </message>
    <message>
        <source>no HTTP chunk: expected its size in hex digits; skipped to the next start line</source>
        <translation>kein HTTP-Chunk: Größe in Hexziffern erwartet; bis zur nächsten Startzeile übersprungen</translation>
    </message>
    <message>
        <source>no HTTP/2 preface: expected &quot;%1&quot;</source>
        <translation>keine HTTP/2-Präambel: „%1“ erwartet</translation>
    </message>
    <message>
        <source>padding of %1 bytes is longer than the frame</source>
        <translation>Auffüllung von %1 Bytes ist länger als der Frame</translation>
    </message>
    <message>
        <source>expected CONTINUATION of stream %1</source>
        <translation>CONTINUATION des Streams %1 erwartet</translation>
    </message>
    <message>
        <source>CONTINUATION without HEADERS</source>
        <translation>CONTINUATION ohne HEADERS</translation>
    </message>
    <message>
        <source>no JSON value; skipped to the next line</source>
        <translation>kein JSON-Wert; bis zur nächsten Zeile übersprungen</translation>
    </message>
    <message>
        <source>no frame: expected %1 at its beginning; skipped to the next one</source>
        <translation>kein Frame: %1 am Anfang erwartet; bis zum nächsten übersprungen</translation>
    </message>
    <message>
        <source>length %1 is above the maximum of %2 bytes; skipped to the next plausible header</source>
        <translation>Länge %1 liegt über dem Maximum von %2 Bytes; bis zum nächsten plausiblen Header übersprungen</translation>
    </message>
    <message>
        <source>length %1 is not possible; skipped to the next plausible header</source>
        <translation>Länge %1 ist nicht möglich; bis zum nächsten plausiblen Header übersprungen</translation>
    </message>
    <message>
        <source>no MessagePack value: 0xC1; goes on with the next byte</source>
        <translation>kein MessagePack-Wert: 0xC1; weiter mit dem nächsten Byte</translation>
    </message>
    <message>
        <source>malformed frame</source>
        <translation>fehlerhafter Frame</translation>
    </message>
    <message>
        <source>invalid signature &quot;%1&quot;</source>
        <translation>ungültige Signatur „%1“</translation>
    </message>
    <message>
        <source>expected 0 or 1</source>
        <translation>0 oder 1 erwartet</translation>
    </message>
    <message>
        <source>length exceeds %1 bytes</source>
        <translation>Länge größer als %1 Bytes</translation>
    </message>
    <message>
        <source>expected a D-Bus message</source>
        <translation>D-Bus-Nachricht erwartet</translation>
    </message>
    <message>
        <source>unknown opcode %1</source>
        <translation>unbekannter Opcode %1</translation>
    </message>
    <message>
        <source>expected zero bytes</source>
        <translation>Nullbytes erwartet</translation>
    </message>
    <message>
        <source>size is smaller than the header</source>
        <translation>Größe kleiner als der Kopf</translation>
    </message>
    <message>
        <source>expected &quot;%1&quot;</source>
        <translation>„%1“ erwartet</translation>
    </message>
    <message>
        <source>expected a length</source>
        <translation>Länge erwartet</translation>
    </message>
    <message>
        <source>expected %1 bytes, found %2</source>
        <translation>%1 Bytes erwartet, %2 vorhanden</translation>
    </message>
    <message>
        <source>expected the end of a line</source>
        <translation>Zeilenende erwartet</translation>
    </message>
    <message>
        <source>expected a start line of HTTP/1</source>
        <translation>Startzeile von HTTP/1 erwartet</translation>
    </message>
    <message>
        <source>expected a line &quot;Name: value&quot;</source>
        <translation>Zeile „Name: Wert“ erwartet</translation>
    </message>
    <message>
        <source>expected the size of a chunk</source>
        <translation>Größe eines Chunks erwartet</translation>
    </message>
    <message>
        <source>expected CR LF</source>
        <translation>CR LF erwartet</translation>
    </message>
    <message>
        <source>invalid Huffman code</source>
        <translation>ungültiger Huffman-Code</translation>
    </message>
    <message>
        <source>padding exceeds the frame</source>
        <translation>Auffüllung größer als der Frame</translation>
    </message>
    <message>
        <source>expected a Content-Length</source>
        <translation>Content-Length erwartet</translation>
    </message>
    <message>
        <source>expected a MessagePack-RPC message</source>
        <translation>MessagePack-RPC-Nachricht erwartet</translation>
    </message>
    <message>
        <source>expected a RESP value</source>
        <translation>RESP-Wert erwartet</translation>
    </message>
    <message>
        <source>no RESP value; skipped to the next line</source>
        <translation>kein RESP-Wert; bis zur nächsten Zeile übersprungen</translation>
    </message>
    <message>
        <source>the decoder of this name is not loaded</source>
        <translation>der Decoder dieses Namens ist nicht geladen</translation>
    </message>
    <message>
        <source>%1: another decoder has the key &quot;%2&quot;: give this one its own, key = &quot;...&quot;</source>
        <translation>%1: ein anderer Decoder hat den Schlüssel &quot;%2&quot;: geben Sie diesem einen eigenen, key = &quot;...&quot;</translation>
    </message>
    <message>
        <source>%1: there are %2 decoders already</source>
        <translation>%1: es gibt bereits %2 Decoder</translation>
    </message>
    <message>
        <source>%1: key must be letters a to z, digits, - and _, not &quot;%2&quot;</source>
        <translation>%1: key muss aus Buchstaben a bis z, Ziffern, - und _ bestehen, nicht &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1: not enough memory</source>
        <translation>%1: nicht genug Speicher</translation>
    </message>
    <message>
        <source>%1: more than %2 steps for one message. The decoder is off: let it do less for each message, and save its file</source>
        <translation>%1: mehr als %2 Schritte für eine Nachricht. Der Decoder ist abgeschaltet: Lassen Sie ihn für jede Nachricht weniger tun, und speichern Sie seine Datei</translation>
    </message>
    <message>
        <source>%1: more than %2 ms for one message. The decoder is off: let it do less for each message, and save its file</source>
        <translation>%1: mehr als %2 ms für eine Nachricht. Der Decoder ist abgeschaltet: Lassen Sie ihn für jede Nachricht weniger tun, und speichern Sie seine Datei</translation>
    </message>
    <message>
        <source>%1: more than %2 MiB of memory. The decoder is off: let it keep less, and save its file</source>
        <translation>%1: mehr als %2 MiB Speicher. Der Decoder ist abgeschaltet: Lassen Sie ihn weniger behalten, und speichern Sie seine Datei</translation>
    </message>
    <message>
        <source>%1: %2 ms for a message on average. The decoder is off: let it do less for each message, and save its file</source>
        <translation>%1: im Mittel %2 ms für eine Nachricht. Der Decoder ist abgeschaltet: Lassen Sie ihn für jede Nachricht weniger tun, und speichern Sie seine Datei</translation>
    </message>
</context>
<context>
    <name>DecodedPage</name>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>rows %1 to %2</source>
        <translation>Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>1 frame with bytes of this row</source>
        <translation>1 Frame mit Bytes dieser Zeile</translation>
    </message>
    <message>
        <source>%1 frames with bytes of this row</source>
        <translation>%1 Frames mit Bytes dieser Zeile</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>%1 from 0x%2</source>
        <translation>%1 ab 0x%2</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>Erkannt: %1</translation>
    </message>
    <message>
        <source>pretty-printed text truncated</source>
        <translation>formatierter Text gekürzt</translation>
    </message>
    <message>
        <source>showing the first %1</source>
        <translation>die ersten %1 angezeigt</translation>
    </message>
</context>
<context>
    <name>Decoder</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Text lines</source>
        <translation>Textzeilen</translation>
    </message>
    <message>
        <source>Text, UTF-8</source>
        <translation>Text, UTF-8</translation>
    </message>
    <message>
        <source>Text, UTF-16LE</source>
        <translation>Text, UTF-16LE</translation>
    </message>
    <message>
        <source>Text, UTF-16BE</source>
        <translation>Text, UTF-16BE</translation>
    </message>
    <message>
        <source>MessagePack</source>
        <translation>MessagePack</translation>
    </message>
    <message>
        <source>Protocol Buffers</source>
        <translation>Protocol Buffers</translation>
    </message>
    <message>
        <source>DCE/RPC</source>
        <translation>DCE/RPC</translation>
    </message>
    <message>
        <source>Frames, u16 LE length</source>
        <translation>Frames, u16-LE-Länge</translation>
    </message>
    <message>
        <source>Frames, u16 BE length</source>
        <translation>Frames, u16-BE-Länge</translation>
    </message>
    <message>
        <source>Frames, u32 LE length</source>
        <translation>Frames, u32-LE-Länge</translation>
    </message>
    <message>
        <source>Frames, u32 BE length</source>
        <translation>Frames, u32-BE-Länge</translation>
    </message>
    <message>
        <source>JSON messages (LSP, DAP, JSON-RPC, mpv, QMP, varlink)</source>
        <translation>JSON-Nachrichten (LSP, DAP, JSON-RPC, mpv, QMP, varlink)</translation>
    </message>
    <message>
        <source>HTTP/1</source>
        <translation>HTTP/1</translation>
    </message>
    <message>
        <source>D-Bus</source>
        <translation>D-Bus</translation>
    </message>
    <message>
        <source>SSH agent</source>
        <translation>SSH-Agent</translation>
    </message>
    <message>
        <source>Redis (RESP)</source>
        <translation>Redis (RESP)</translation>
    </message>
    <message>
        <source>MessagePack-RPC</source>
        <translation>MessagePack-RPC</translation>
    </message>
    <message>
        <source>Discord RPC</source>
        <translation>Discord RPC</translation>
    </message>
    <message>
        <source>.NET diagnostics</source>
        <translation>.NET-Diagnose</translation>
    </message>
    <message>
        <source>i3, sway</source>
        <translation>i3, sway</translation>
    </message>
    <message>
        <source>NamedPipeWrapper, H.Pipes</source>
        <translation>NamedPipeWrapper, H.Pipes</translation>
    </message>
    <message>
        <source>HTTP/2, gRPC</source>
        <translation>HTTP/2, gRPC</translation>
    </message>
    <message>
        <source>Docker stream</source>
        <translation>Docker-Stream</translation>
    </message>
</context>
<context>
    <name>ErrorDetail</name>
    <message>
        <source>read size is %1: %2 to %3 bytes are allowed</source>
        <translation>Lesegröße ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>write queue limit is %1: %2 to %3 bytes are allowed</source>
        <translation>Sendewarteschlange ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>message limit is %1: %2 to %3 bytes are allowed</source>
        <translation>Max. Nachrichtengröße ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>drain time is %1: %2 to %3 milliseconds are allowed</source>
        <translation>Drain-Timeout ist %1: erlaubt sind %2 bis %3 Millisekunden</translation>
    </message>
    <message>
        <source>a server cannot use a name on another computer (%1): use . for this computer</source>
        <translation>ein Server kann keinen Namen auf einem anderen Computer (%1) verwenden: . steht für diesen Computer</translation>
    </message>
    <message>
        <source>outgoing buffer is %1: %2 to %3 bytes are allowed</source>
        <translation>Ausgabepuffer ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>incoming buffer is %1: %2 to %3 bytes are allowed</source>
        <translation>Eingabepuffer ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>echo needs both directions: choose duplex</source>
        <translation>Zurücksenden braucht beide Richtungen: Duplex wählen</translation>
    </message>
    <message>
        <source>buffer is %1: %2 to %3 bytes are allowed</source>
        <translation>Puffer ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>echo needs both directions: choose read and write</source>
        <translation>Zurücksenden braucht beide Richtungen: Lesen und Schreiben wählen</translation>
    </message>
    <message>
        <source>the pipe&apos;s name is empty: write a name like orders or \\.\pipe\orders</source>
        <translation>der Name der Pipe ist leer: einen Namen wie orders oder \\.\pipe\orders schreiben</translation>
    </message>
    <message>
        <source>the pipe&apos;s name is not valid UTF-8 at byte %1</source>
        <translation>der Name der Pipe ist bei Byte %1 kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>the pipe&apos;s name contains a NUL at character %1</source>
        <translation>der Name der Pipe enthält NUL als Zeichen %1</translation>
    </message>
    <message>
        <source>missing computer after \\: write \\.\pipe\orders</source>
        <translation>nach \\ fehlt der Computer: \\.\pipe\orders schreiben</translation>
    </message>
    <message>
        <source>expected pipe\ at character %1: write \\.\pipe\orders or \\server\pipe\orders</source>
        <translation>pipe\ bei Zeichen %1 erwartet: \\.\pipe\orders oder \\server\pipe\orders schreiben</translation>
    </message>
    <message>
        <source>missing name after %1</source>
        <translation>nach %1 fehlt der Name</translation>
    </message>
    <message>
        <source>the pipe&apos;s name has %1 characters, %2 included: at most %3 are allowed</source>
        <translation>der Name der Pipe hat %1 Zeichen, %2 mitgezählt: erlaubt sind höchstens %3</translation>
    </message>
    <message>
        <source>the socket&apos;s path ends with a /: add the name of the socket</source>
        <translation>der Pfad des Sockets endet mit einem /: den Namen des Sockets anfügen</translation>
    </message>
    <message>
        <source>pipes on other computers (%1) exist only on Windows: use . for this computer</source>
        <translation>Pipes auf anderen Computern (%1) gibt es nur unter Windows: . steht für diesen Computer</translation>
    </message>
    <message>
        <source>the pipe&apos;s name contains a / at character %1: remove it, or write an absolute path (/…)</source>
        <translation>der Name der Pipe enthält / als Zeichen %1: entfernen oder einen absoluten Pfad (/…) schreiben</translation>
    </message>
    <message>
        <source>the socket&apos;s path %1 has %2 bytes: at most %3 are allowed</source>
        <translation>der Pfad %1 des Sockets hat %2 Byte: erlaubt sind höchstens %3</translation>
    </message>
    <message>
        <source>The file is too short to be a pcapng file: %1 bytes</source>
        <translation>Die Datei ist zu kurz für eine pcapng-Datei: %1 Byte</translation>
    </message>
    <message>
        <source>This is a file in the older pcap format; convert it with: editcap -F pcapng IN OUT</source>
        <translation>Das ist eine Datei im älteren Format pcap; umwandeln mit: editcap -F pcapng EIN AUS</translation>
    </message>
    <message>
        <source>The file is compressed: %1 it first</source>
        <translation>Die Datei ist komprimiert: zuerst mit %1 entpacken</translation>
    </message>
    <message>
        <source>Section header of %1 bytes, too short, at offset %2</source>
        <translation>Abschnittskopf von %1 Byte, zu kurz, an Stelle %2</translation>
    </message>
    <message>
        <source>The section at offset %1 is in version %2.%3 of pcapng; PipeScope reads 1.x</source>
        <translation>Der Abschnitt an Stelle %1 hat Version %2.%3 von pcapng; PipeScope liest 1.x</translation>
    </message>
    <message>
        <source>Another program truncated %1 to %2 bytes; %3 bytes had been recorded</source>
        <translation>Ein anderes Programm hat %1 auf %2 Byte gekürzt; aufgezeichnet waren %3 Byte</translation>
    </message>
    <message>
        <source>Another program removed or replaced %1; save the session to keep what was recorded</source>
        <translation>Ein anderes Programm hat %1 entfernt oder ersetzt; die Sitzung speichern, um das Aufgezeichnete zu behalten</translation>
    </message>
    <message>
        <source>The folder for journals, %1, is not a folder of this user: whoever owns it could read and exchange what is recorded</source>
        <translation>Der Ordner für Journale, %1, ist kein Ordner dieses Benutzers: Sein Besitzer könnte die Aufzeichnung lesen und austauschen</translation>
    </message>
    <message>
        <source>%1 belongs to user %2, neither to you nor to root: that user gets what is sent to it</source>
        <translation>%1 gehört Benutzer %2, weder Ihnen noch root: Dieser Benutzer erhält, was dorthin gesendet wird</translation>
    </message>
    <message>
        <source>Not a pcapng file: it does not start with a section header</source>
        <translation>Keine pcapng-Datei: sie beginnt nicht mit einem Section Header</translation>
    </message>
    <message>
        <source>The file ends within a block at offset %1; %2 bytes are lost</source>
        <translation>Die Datei endet in einem Block bei Position %1; %2 Byte sind verloren</translation>
    </message>
    <message>
        <source>Section header without a byte-order mark at offset %1</source>
        <translation>Section Header ohne Marke der Bytefolge bei Position %1</translation>
    </message>
    <message>
        <source>Invalid block length %1 at offset %2; %3 bytes are not read</source>
        <translation>Ungültige Blocklänge %1 bei Offset %2; %3 Byte sind nicht gelesen</translation>
    </message>
    <message>
        <source>The file ends within a block of %1 bytes at offset %2; %3 bytes are lost</source>
        <translation>Die Datei endet in einem Block von %1 Byte bei Position %2; %3 Byte sind verloren</translation>
    </message>
    <message>
        <source>The two lengths of a block differ at offset %1; %2 bytes are not read</source>
        <translation>Die zwei Längen eines Blocks bei Position %1 sind verschieden; %2 Byte sind nicht gelesen</translation>
    </message>
    <message>
        <source>The file was truncated while it was read at offset %1</source>
        <translation>Die Datei wurde gekürzt, während sie bei Offset %1 gelesen wurde</translation>
    </message>
    <message>
        <source>Skipped an unreadable interface at offset %1</source>
        <translation>Eine unlesbare Schnittstelle bei Position %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a packet that does not fit its block at offset %1</source>
        <translation>Ein Paket bei Position %1, das nicht in seinen Block passt, ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a packet of the undefined interface %2 at offset %1</source>
        <translation>Ein Paket der nicht definierten Schnittstelle %2 bei Offset %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a row of invalid length at offset %1</source>
        <translation>Eine Zeile ungültiger Länge bei Offset %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped an unknown row at offset %1</source>
        <translation>Eine unbekannte Zeile bei Offset %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>The message at offset %1 has only %2 of its %3 parts</source>
        <translation>Die Nachricht bei Position %1 hat nur %2 ihrer %3 Teile</translation>
    </message>
    <message>
        <source>a byte pipe cannot be read as messages: choose the message type, or read bytes</source>
        <translation>eine Byte-Pipe lässt sich nicht als Nachrichten lesen: den Typ Nachrichten wählen oder Bytes lesen</translation>
    </message>
    <message>
        <source>file mode is %1: 0000 to 0777 are allowed</source>
        <translation>Dateirechte sind %1: erlaubt sind 0000 bis 0777</translation>
    </message>
    <message>
        <source>backlog is %1: %2 to %3 clients are allowed</source>
        <translation>Warteschlange ist %1: erlaubt sind %2 bis %3 Clients</translation>
    </message>
    <message>
        <source>reply limit is %1: %2 to %3 bytes are allowed</source>
        <translation>Grenze der Antwort ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>request is %1: %2 to %3 bytes are allowed</source>
        <translation>Anfrage ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>synchronous handles exist only on Windows: AF_UNIX sockets always read and write concurrently</source>
        <translation>synchrone Handles gibt es nur unter Windows: AF_UNIX-Sockets lesen und schreiben immer gleichzeitig</translation>
    </message>
    <message>
        <source>AF_UNIX sockets have no security descriptor: choose the file mode</source>
        <translation>AF_UNIX-Sockets haben keinen Sicherheitsdeskriptor: die Dateirechte wählen</translation>
    </message>
    <message>
        <source>AF_UNIX sockets have no separate read mode: the type decides it</source>
        <translation>AF_UNIX-Sockets haben keinen eigenen Lesemodus: Er richtet sich nach dem Typ</translation>
    </message>
    <message>
        <source>AF_UNIX gives each client its own socket: instances cannot be reused</source>
        <translation>AF_UNIX gibt jedem Client einen eigenen Socket: Instanzen lassen sich nicht wiederverwenden</translation>
    </message>
    <message>
        <source>WaitNamedPipe exists only on Windows: choose to retry</source>
        <translation>WaitNamedPipe gibt es nur unter Windows: Wiederholen wählen</translation>
    </message>
    <message>
        <source>pipes on this system have no access list</source>
        <translation>Pipes dieses Systems haben keine Zugriffsliste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the full path of a file or folder: write C:\folder\file or \\server\share\file</source>
        <translation>„%1“ ist nicht der volle Pfad einer Datei oder eines Ordners: schreiben Sie C:\Ordner\Datei oder \\Server\Freigabe\Datei</translation>
    </message>
    <message>
        <source>HKCU is the hive of the user who runs PipeScope, not the client&apos;s: write HKU\SID of the client\...</source>
        <translation>HKCU gehört dem Benutzer, der PipeScope ausführt, nicht dem Client: schreiben Sie HKU\SID des Clients\...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not begin with HKLM, HKU or HKCR</source>
        <translation>„%1“ beginnt nicht mit HKLM, HKU oder HKCR</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the full path of a file or folder: begin with /</source>
        <translation>„%1“ ist nicht der volle Pfad einer Datei oder eines Ordners: beginnen Sie mit /</translation>
    </message>
    <message>
        <source>this system has no registry</source>
        <translation>dieses System hat keine Registrierung</translation>
    </message>
    <message>
        <source>no access requested: choose read, write, execute or delete</source>
        <translation>kein Zugriff angefordert: Lesen, Schreiben, Ausführen oder Löschen wählen</translation>
    </message>
    <message>
        <source>the path contains a NUL byte</source>
        <translation>der Pfad enthält ein NUL-Byte</translation>
    </message>
    <message>
        <source>In the filter, at character %1: %2</source>
        <translation>Im Filter, beim Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Use == to compare</source>
        <translation>Verglichen wird mit ==</translation>
    </message>
    <message>
        <source>Use &amp;&amp; for “and” and || for “or”</source>
        <translation>Für „und“ steht &amp;&amp;, für „oder“ ||</translation>
    </message>
    <message>
        <source>Use double quotes: &quot;…&quot;</source>
        <translation>Doppelte Anführungszeichen verwenden: &quot;…&quot;</translation>
    </message>
    <message>
        <source>Unexpected “%1”</source>
        <translation>Unerwartet: „%1“</translation>
    </message>
    <message>
        <source>Missing closing quote</source>
        <translation>Das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>Only “data” can be sliced: data[0:4]</source>
        <translation>Nur von „data“ lassen sich Teile vergleichen: data[0:4]</translation>
    </message>
    <message>
        <source>Use [start:length], [first-last], [:length], [start:] or [index]; a negative start counts from the end</source>
        <translation>Möglich sind [Anfang:Länge], [erstes-letztes], [:Länge], [Anfang:] oder [Index]; ein negativer Anfang zählt vom Ende</translation>
    </message>
    <message>
        <source>Expected ]</source>
        <translation>] erwartet</translation>
    </message>
    <message>
        <source>A slice of %1 bytes never equals a value of %2 bytes</source>
        <translation>Ein Teil von %1 Byte ist nie gleich einem Wert von %2 Byte</translation>
    </message>
    <message>
        <source>Invalid range: the smaller value must come first</source>
        <translation>Ungültiger Bereich: der kleinere Wert muss vorn stehen</translation>
    </message>
    <message>
        <source>Expected a duration for “%1”, such as 5ms, 250us, 1.5s or 2min</source>
        <translation>Für „%1“ wird eine Zeitspanne wie 5ms, 250us, 1.5s oder 2min erwartet</translation>
    </message>
    <message>
        <source>Expected an integer for “%1”, such as 12 or 0x1f</source>
        <translation>Für „%1“ wird eine ganze Zahl wie 12 oder 0x1f erwartet</translation>
    </message>
    <message>
        <source>Expected a timestamp such as &quot;2026-11-22 19:54:27.123&quot; or a time of day such as &quot;19:54&quot;</source>
        <translation>Zeitpunkt wie &quot;2026-11-22 19:54:27.123&quot; oder Uhrzeit wie &quot;19:54&quot; erwartet</translation>
    </message>
    <message>
        <source>Both ends of a range must be timestamps, or both times of day</source>
        <translation>Beide Enden eines Bereichs müssen Zeitpunkte oder beide Uhrzeiten sein</translation>
    </message>
    <message>
        <source>Expected one of these for “%1”: %2</source>
        <translation>Für „%1“ wird eines davon erwartet: %2</translation>
    </message>
    <message>
        <source>Quote the text: &quot;%1&quot;</source>
        <translation>Der Text muss in Anführungszeichen stehen: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Expected a quoted text</source>
        <translation>Text in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>Unknown escape: use \\ \&quot; \n \r \t \0 or \xHH</source>
        <translation>Unbekannte Escape-Sequenz: möglich sind \\ \&quot; \n \r \t \0 oder \xHH</translation>
    </message>
    <message>
        <source>Expected bytes, such as de:ad:be:ef or &quot;text&quot;</source>
        <translation>Bytes erwartet, etwa de:ad:be:ef oder &quot;text&quot;</translation>
    </message>
    <message>
        <source>Expected a quoted regular expression, such as &quot;^GET .*&quot;</source>
        <translation>Regulärer Ausdruck in Anführungszeichen erwartet, etwa &quot;^GET .*&quot;</translation>
    </message>
    <message>
        <source>Invalid regular expression: %1</source>
        <translation>Ungültiger regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>Unknown field “%1”. Fields: %2</source>
        <translation>Unbekanntes Feld „%1“. Felder: %2</translation>
    </message>
    <message>
        <source>Expected a field: %1</source>
        <translation>Feld erwartet: %1</translation>
    </message>
    <message>
        <source>“%1” takes no value: use %1 or !%1</source>
        <translation>„%1“ hat keinen Wert: %1 oder !%1</translation>
    </message>
    <message>
        <source>A filter has at most %1 bytes</source>
        <translation>Ein Filter hat höchstens %1 Byte</translation>
    </message>
    <message>
        <source>Expected &amp;&amp; or ||</source>
        <translation>&amp;&amp; oder || erwartet</translation>
    </message>
    <message>
        <source>Parentheses are nested deeper than %1 levels</source>
        <translation>Klammern sind tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>Missing closing parenthesis</source>
        <translation>Die schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>Expected &amp;&amp;, || or )</source>
        <translation>&amp;&amp;, || oder ) erwartet</translation>
    </message>
    <message>
        <source>A filter has at most %1 comparisons</source>
        <translation>Ein Filter hat höchstens %1 Vergleiche</translation>
    </message>
    <message>
        <source>Expected an operator: %1</source>
        <translation>Operator erwartet: %1</translation>
    </message>
    <message>
        <source>“%1” does not support %2. Use: %3</source>
        <translation>„%1“ unterstützt %2 nicht. Möglich sind: %3</translation>
    </message>
    <message>
        <source>Expected a set: {…, …}</source>
        <translation>Menge erwartet: {…, …}</translation>
    </message>
    <message>
        <source>Missing closing } of the set</source>
        <translation>Die schließende } der Menge fehlt</translation>
    </message>
    <message>
        <source>Expected &apos;,&apos; or }</source>
        <translation>&apos;,&apos; oder } erwartet</translation>
    </message>
    <message>
        <source>Too many marks and comments</source>
        <translation>Zu viele Markierungen und Kommentare</translation>
    </message>
    <message>
        <source>no permission to delete entries of %1 (mode %2, owner %3, group %4)</source>
        <translation>keine Berechtigung, Einträge von %1 zu löschen (Modus %2, Besitzer %3, Gruppe %4)</translation>
    </message>
    <message>
        <source>neither %1 nor delete permission: %2 has mode %3, owner %4, group %5</source>
        <translation>weder %1 noch Löschrecht: %2 hat Modus %3, Besitzer %4, Gruppe %5</translation>
    </message>
    <message>
        <source>no %1 permission: %2 has mode %3, owner %4, group %5</source>
        <translation>keine Berechtigung %1: %2 hat Modus %3, Besitzer %4, Gruppe %5</translation>
    </message>
    <message>
        <source>no search permission on %1 (mode %2, owner %3, group %4)</source>
        <translation>keine Berechtigung, %1 zu durchsuchen (Modus %2, Besitzer %3, Gruppe %4)</translation>
    </message>
    <message>
        <source>All instances were busy for %1 ms</source>
        <translation>Alle Instanzen waren %1 ms lang besetzt</translation>
    </message>
    <message>
        <source>No server within %1 ms</source>
        <translation>Kein Server innerhalb von %1 ms</translation>
    </message>
    <message>
        <source>Not a pcapng file: it is empty</source>
        <translation>Keine pcapng-Datei: Sie ist leer</translation>
    </message>
    <message>
        <source>%1 is a folder, a pipe or a device: only a regular file can be replaced</source>
        <translation>%1 ist ein Ordner, eine Pipe oder ein Gerät: Nur eine gewöhnliche Datei lässt sich ersetzen</translation>
    </message>
    <message>
        <source>%1 is already open for output: replacing it would lose the data written there</source>
        <translation>%1 ist schon zur Ausgabe geöffnet: Beim Ersetzen gingen dort geschriebene Daten verloren</translation>
    </message>
    <message>
        <source>The owner, group or access list of %1 could not be kept; it now belongs to this user</source>
        <translation>Besitzer, Gruppe oder Zugriffsliste von %1 ließen sich nicht beibehalten; die Datei gehört jetzt diesem Benutzer</translation>
    </message>
    <message>
        <source>%1 is a broken link</source>
        <translation>%1 ist eine defekte Verknüpfung</translation>
    </message>
    <message>
        <source>The file has too many rows; those from offset %1 on are omitted</source>
        <translation>Die Datei hat zu viele Zeilen; ab Offset %1 sind sie ausgelassen</translation>
    </message>
    <message>
        <source>The file has too many interfaces; those from offset %1 on and their packets are omitted</source>
        <translation>Die Datei hat zu viele Schnittstellen; ab Offset %1 sind sie und ihre Pakete ausgelassen</translation>
    </message>
    <message>
        <source>%1 exists and is not a socket; it was not changed</source>
        <translation>%1 existiert und ist kein Socket; nichts wurde geändert</translation>
    </message>
    <message>
        <source>A server is listening on %1</source>
        <translation>An %1 lauscht ein Server</translation>
    </message>
    <message>
        <source>%1 was left behind by a server that has ended</source>
        <translation>%1 stammt von einem beendeten Server</translation>
    </message>
    <message>
        <source>Another server is taking over %1</source>
        <translation>Ein anderer Server übernimmt gerade %1</translation>
    </message>
    <message>
        <source>%1.pipescope-lock is not a lock of this user: the leftover socket was not removed</source>
        <translation>%1.pipescope-lock ist keine Sperrdatei dieses Benutzers: der zurückgelassene Socket wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Another server has just taken %1</source>
        <translation>Ein anderer Server hat gerade %1 übernommen</translation>
    </message>
    <message>
        <source>%1 is the file of this session: choose another file</source>
        <translation>%1 ist die Datei dieser Sitzung: eine andere Datei wählen</translation>
    </message>
    <message>
        <source>Internal error: &quot;%1&quot; came while the state was &quot;%2&quot;</source>
        <translation>Interner Fehler: „%1“ kam im Zustand „%2“</translation>
    </message>
    <message>
        <source>%2 is too large for %1</source>
        <translation>%2 ist zu groß für %1</translation>
    </message>
    <message>
        <source>%1 takes octal digits such as 0660, not &quot;%2&quot;</source>
        <translation>%1 braucht oktale Ziffern wie 0660, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 takes a number, not &quot;%2&quot;</source>
        <translation>%1 braucht eine Zahl, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 takes %2 or %3, not &quot;%4&quot;</source>
        <translation>%1 braucht %2 oder %3, nicht „%4“</translation>
    </message>
    <message>
        <source>%1 takes pairs of hex digits, not &quot;%2&quot;</source>
        <translation>%1 braucht Paare von Hexadezimalziffern, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 takes a security descriptor such as D:(A;;GA;;;BA)</source>
        <translation>%1 erfordert einen Sicherheitsdeskriptor wie D:(A;;GA;;;BA)</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>unbekannte Option %1</translation>
    </message>
    <message>
        <source>Expected a word, such as: %1</source>
        <translation>Wort erwartet, etwa: %1</translation>
    </message>
    <message>
        <source>%1 exists; whether a server listens there is not known, because connecting to it failed with %2</source>
        <translation>%1 ist vorhanden; ob dort ein Server wartet, ist unbekannt, denn das Verbinden schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1 bytes are more than the kernel carries in one message of a socket, whatever its buffer is</source>
        <translation>%1 Byte sind mehr, als der Kernel in einer Nachricht eines Sockets überträgt, gleich wie groß der Puffer ist</translation>
    </message>
    <message>
        <source>%1 is not a socket</source>
        <translation>%1 ist kein Socket</translation>
    </message>
    <message>
        <source>%1 does not exist; a name that begins with @ is a file here, not an abstract socket</source>
        <translation>%1 gibt es nicht; ein Name, der mit @ beginnt, ist hier eine Datei und kein abstrakter Socket</translation>
    </message>
    <message>
        <source>its security descriptor does not grant %1</source>
        <translation>sein Sicherheitsdeskriptor gewährt %1 nicht</translation>
    </message>
    <message>
        <source>clients of the ended server have not closed their ends, and the pipe is at its limit of instances: listening begins when one of them leaves</source>
        <translation>Clients des beendeten Servers haben ihr Ende nicht geschlossen, und die Pipe hat ihre Höchstzahl an Instanzen: Der Server nimmt Clients an, sobald einer von ihnen geht</translation>
    </message>
    <message>
        <source>clients of the ended server have not closed their ends, and that pipe had another type, access or security descriptor: listening begins when the last of them has left</source>
        <translation>Clients des beendeten Servers haben ihr Ende nicht geschlossen, und jene Pipe hatte anderen Typ, Zugriff oder Sicherheitsbeschreibung: Der Server nimmt Clients an, sobald der letzte von ihnen gegangen ist</translation>
    </message>
    <message>
        <source>the pipe was there already, and keeps the security descriptor of its first instance: the one given here has no effect</source>
        <translation>Die Pipe bestand schon und behält die Sicherheitsbeschreibung ihrer ersten Instanz: die hier angegebene wirkt nicht</translation>
    </message>
    <message>
        <source>the pipe is on another computer: the rights of this user there are unknown</source>
        <translation>die Pipe ist auf einem anderen Computer: Die Rechte dieses Benutzers dort sind unbekannt</translation>
    </message>
    <message>
        <source>%1 is probably open in another program, such as Wireshark: close it there, or choose another name</source>
        <translation>%1 ist wohl in einem anderen Programm geöffnet, etwa in Wireshark: dort schließen oder einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>instances is %1: %2 to %3 (0: unlimited) are allowed</source>
        <translation>Max. Clients ist %1: erlaubt sind %2 bis %3 (0: unbegrenzt)</translation>
    </message>
    <message>
        <source>default timeout is %1: %2 to %3 milliseconds are allowed</source>
        <translation>Standardtimeout ist %1: erlaubt sind %2 bis %3 Millisekunden</translation>
    </message>
    <message>
        <source>timeout is %1: %2 to %3 milliseconds are allowed</source>
        <translation>Timeout ist %1: erlaubt sind %2 bis %3 Millisekunden</translation>
    </message>
    <message>
        <source>the pipe&apos;s own part begins with a \ at character %1: write \\.\pipe\orders</source>
        <translation>der eigene Teil der Pipe beginnt mit \ als Zeichen %1: \\.\pipe\orders schreiben</translation>
    </message>
    <message>
        <source>Windows drops dots, blanks and slashes at the end of a name, and nothing is left of %1</source>
        <translation>Windows entfernt Punkte, Leerzeichen und Schrägstriche am Ende eines Namens, und von %1 bleibt nichts</translation>
    </message>
    <message>
        <source>Windows would serve this name as %1: write that, or %2 to keep it as it is</source>
        <translation>Windows macht aus diesem Namen %1: diesen schreiben, oder %2, um ihn zu behalten</translation>
    </message>
    <message>
        <source>%1 clients are connected, the maximum for a server without a limit; more clients wait until one leaves</source>
        <translation>%1 Clients sind verbunden, die Höchstzahl eines Servers ohne Grenze; weitere warten, bis einer geht</translation>
    </message>
    <message>
        <source>The frame is too short for the range or the place of its checksum.</source>
        <translation>Der Frame ist zu kurz für den Bereich oder die Stelle seiner Prüfsumme.</translation>
    </message>
    <message>
        <source>A frame of this rule has %1 bytes; this one would have %2.</source>
        <translation>Ein Frame dieser Regel hat %1 Bytes; dieser hätte %2.</translation>
    </message>
    <message>
        <source>Only the beginning of this frame was kept; a framing rule with a larger max=N keeps all of it.</source>
        <translation>Von diesem Frame wurde nur der Anfang behalten; eine Framing-Regel mit größerem max=N behält ihn ganz.</translation>
    </message>
    <message>
        <source>The rule %1 cannot carry this content: reading it would give something else.</source>
        <translation>Die Regel %1 kann diesen Inhalt nicht transportieren: beim Lesen käme etwas anderes heraus.</translation>
    </message>
    <message>
        <source>An HTTP message needs a head.</source>
        <translation>Eine HTTP-Nachricht braucht einen Kopf.</translation>
    </message>
    <message>
        <source>This HTTP message has no body.</source>
        <translation>Diese HTTP-Nachricht hat keinen Rumpf.</translation>
    </message>
    <message>
        <source>A content of %1 bytes does not fit the length field.</source>
        <translation>Ein Inhalt von %1 Bytes passt nicht in das Längenfeld.</translation>
    </message>
    <message>
        <source>The header has %1 bytes, which the framing rule does not expect.</source>
        <translation>Der Header hat %1 Bytes; das erwartet die Framing-Regel nicht.</translation>
    </message>
    <message>
        <source>Framing rule, column %1: expected %2; found &quot;%3&quot;.</source>
        <translation>Framing-Regel, Spalte %1: %2 erwartet; „%3“ gefunden.</translation>
    </message>
    <message>
        <source>no pipe of this name exists: this process may not create it</source>
        <translation>es gibt keine Pipe dieses Namens: dieser Prozess darf sie nicht anlegen</translation>
    </message>
    <message>
        <source>pipes on this system have no limit of instances</source>
        <translation>Pipes dieses Systems haben keine Höchstzahl an Instanzen</translation>
    </message>
    <message>
        <source>A field has at most %1 steps</source>
        <translation>Ein Feld hat höchstens %1 Schritte</translation>
    </message>
    <message>
        <source>Expected the name of a field</source>
        <translation>Name eines Felds erwartet</translation>
    </message>
    <message>
        <source>Expected the number of an element, or *</source>
        <translation>Nummer eines Elements oder * erwartet</translation>
    </message>
    <message>
        <source>Expected a number, a quoted text, true, false or null</source>
        <translation>Zahl, Text in Anführungszeichen, true, false oder null erwartet</translation>
    </message>
    <message>
        <source>Only numbers are smaller or greater</source>
        <translation>Nur Zahlen sind kleiner oder größer</translation>
    </message>
    <message>
        <source>Expected &amp;&amp; or ||. Put text with blanks in quotes: &quot;…&quot;</source>
        <translation>&amp;&amp; oder || erwartet. Text mit Leerzeichen in Anführungszeichen setzen: &quot;…&quot;</translation>
    </message>
    <message>
        <source>Expected a column such as latency, or a decoded field such as json.method, found &quot;%1&quot;</source>
        <translation>Erwartet: eine Spalte wie latency oder ein dekodiertes Feld wie json.method; gefunden: „%1“</translation>
    </message>
    <message>
        <source>Expected a comma</source>
        <translation>Erwartet: ein Komma</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1 ist größer als %2 Bytes</translation>
    </message>
    <message>
        <source>The type of the target is not known: %1</source>
        <translation>Der Typ des Ziels ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>The target&apos;s socket buffers cannot be seen: those of the system are used. Larger ones can hide a deadlock of the two programs, smaller ones can make one</source>
        <translation>Die Socket-Puffer des Ziels sind nicht sichtbar: Es werden die des Systems benutzt. Größere können eine gegenseitige Blockade der beiden Programme verdecken, kleinere eine herbeiführen</translation>
    </message>
    <message>
        <source>The permissions of the target&apos;s socket are not known</source>
        <translation>Die Zugriffsrechte am Socket des Ziels sind nicht bekannt</translation>
    </message>
    <message>
        <source>The target&apos;s buffer sizes are not known (%1): larger ones can hide a deadlock of the two programs, smaller ones can make one</source>
        <translation>Die Puffergrößen des Ziels sind nicht bekannt (%1): Größere können eine gegenseitige Blockade der beiden Programme verdecken, kleinere eine herbeiführen</translation>
    </message>
    <message>
        <source>The target&apos;s access list is not taken over: only the current user, Administrators and SYSTEM may connect (--sddl changes that)</source>
        <translation>Die Zugriffsliste des Ziels wird nicht übernommen: Nur der aktuelle Benutzer, Administratoren und SYSTEM dürfen sich verbinden (--sddl ändert das)</translation>
    </message>
    <message>
        <source>The client runs as another user: the target would take it for PipeScope&apos;s user. --allow-other-users serves it all the same</source>
        <translation>Der Client läuft unter einem anderen Benutzer: Das Ziel würde ihn für den Benutzer von PipeScope halten. --allow-other-users bedient ihn trotzdem</translation>
    </message>
    <message>
        <source>The user of the client is not known, and the target would take it for PipeScope&apos;s. --allow-other-users serves it all the same</source>
        <translation>Der Benutzer des Clients ist nicht bekannt, und das Ziel würde ihn für den von PipeScope halten. --allow-other-users bedient ihn trotzdem</translation>
    </message>
</context>
<context>
    <name>ErrorTitle</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Not supported on this system</source>
        <translation>Auf diesem System nicht unterstützt</translation>
    </message>
    <message>
        <source>Invalid value</source>
        <translation>Ungültiger Wert</translation>
    </message>
    <message>
        <source>Pipe busy</source>
        <translation>Pipe belegt</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Name already in use</source>
        <translation>Name bereits vergeben</translation>
    </message>
    <message>
        <source>All instances in use</source>
        <translation>Alle Instanzen belegt</translation>
    </message>
    <message>
        <source>Send queue full</source>
        <translation>Sendewarteschlange voll</translation>
    </message>
    <message>
        <source>Message too large</source>
        <translation>Nachricht zu groß</translation>
    </message>
    <message>
        <source>Closed by the peer</source>
        <translation>Von der Gegenstelle geschlossen</translation>
    </message>
    <message>
        <source>Client disconnected immediately</source>
        <translation>Client sofort wieder getrennt</translation>
    </message>
    <message>
        <source>Message/byte mode mismatch</source>
        <translation>Nachrichten- und Bytemodus unverträglich</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>PipeScope is closing</source>
        <translation>PipeScope wird beendet</translation>
    </message>
    <message>
        <source>Out of system resources</source>
        <translation>Systemressourcen erschöpft</translation>
    </message>
    <message>
        <source>File damaged</source>
        <translation>Datei beschädigt</translation>
    </message>
    <message>
        <source>System call failed</source>
        <translation>Systemaufruf fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Entry %1 of the pipe&apos;s access list denies %2 to %3.</source>
        <translation>Eintrag %1 der Zugriffsliste der Pipe verweigert %2 für %3.</translation>
    </message>
    <message>
        <source>Entry %1 of the pipe&apos;s access list grants %2 to %3, but this process holds that group as deny-only: run it as administrator.</source>
        <translation>Eintrag %1 der Zugriffsliste der Pipe gibt %2 an %3, aber dieser Prozess hat die Gruppe nur zum Verweigern: ihn als Administrator ausführen.</translation>
    </message>
    <message>
        <source>The integrity label of the pipe is above that of this process and withholds %1.</source>
        <translation>Das Integritätslabel der Pipe liegt über dem dieses Prozesses und enthält ihm %1 vor.</translation>
    </message>
    <message>
        <source>This process runs in an AppContainer, and no entry of the pipe&apos;s access list grants that container %1.</source>
        <translation>Dieser Prozess läuft in einem AppContainer, und kein Eintrag der Zugriffsliste der Pipe gibt diesem Container %1.</translation>
    </message>
    <message>
        <source>No entry of the pipe&apos;s access list grants this user or its groups %1.</source>
        <translation>Kein Eintrag der Zugriffsliste der Pipe gibt diesem Benutzer oder seinen Gruppen %1.</translation>
    </message>
    <message>
        <source>The pipe&apos;s access list grants this process all requested rights: access was denied for another reason, such as the direction of the pipe.</source>
        <translation>Die Zugriffsliste der Pipe gibt diesem Prozess alles, was er verlangt hat: die Verweigerung hat eine andere Ursache, zum Beispiel die Richtung der Pipe.</translation>
    </message>
    <message>
        <source>The file system of that folder cannot hold sockets.</source>
        <translation>Das Dateisystem dieses Ordners kann keine Sockets aufnehmen.</translation>
    </message>
    <message>
        <source>Choose a folder on a local disk or in memory, for example /tmp or /run.</source>
        <translation>Einen Ordner auf einer lokalen Platte oder im Speicher wählen, zum Beispiel /tmp oder /run.</translation>
    </message>
    <message>
        <source>The file belongs to another user, or the folder is sticky as /tmp is.</source>
        <translation>Die Datei gehört einem anderen Benutzer, oder der Ordner hat das Sticky-Bit wie /tmp.</translation>
    </message>
    <message>
        <source>Run as the file&apos;s owner, or take another path.</source>
        <translation>Als Besitzer der Datei ausführen oder einen anderen Pfad wählen.</translation>
    </message>
    <message>
        <source>A security policy such as seccomp, often set by a container, forbids it.</source>
        <translation>Eine Sicherheitsregel wie seccomp verbietet es; Container setzen sie oft.</translation>
    </message>
    <message>
        <source>Look at the system&apos;s audit log for this program.</source>
        <translation>Im Prüfprotokoll des Systems nach diesem Programm sehen.</translation>
    </message>
    <message>
        <source>The server has not started, or has ended and removed its socket.</source>
        <translation>Der Server läuft noch nicht, oder er ist beendet und hat seinen Socket entfernt.</translation>
    </message>
    <message>
        <source>Start the server, or check the spelling of the path.</source>
        <translation>Den Server starten oder die Schreibweise des Pfads prüfen.</translation>
    </message>
    <message>
        <source>The two programs have different TMPDIR values, so the same name maps to different paths.</source>
        <translation>Die beiden Programme haben verschiedene Werte von TMPDIR, sodass derselbe Name ein anderer Pfad ist.</translation>
    </message>
    <message>
        <source>Compare the full paths; .NET makes CoreFxPipe_name in TMPDIR, or in /tmp without it.</source>
        <translation>Die vollen Pfade vergleichen; .NET legt CoreFxPipe_name in TMPDIR an, ohne TMPDIR in /tmp.</translation>
    </message>
    <message>
        <source>One of the two programs runs in a container or with a private /tmp and sees another folder.</source>
        <translation>Eines der beiden läuft in einem Container oder mit eigenem /tmp und sieht einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Use a folder that both programs can access.</source>
        <translation>Einen Ordner benutzen, den beide sehen.</translation>
    </message>
    <message>
        <source>The folder of the socket does not exist.</source>
        <translation>Den Ordner des Sockets gibt es nicht.</translation>
    </message>
    <message>
        <source>Create the folder, or choose another path.</source>
        <translation>Den Ordner anlegen oder einen anderen Pfad wählen.</translation>
    </message>
    <message>
        <source>The file or its folder does not exist.</source>
        <translation>Die Datei oder ihr Ordner ist nicht da.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>The program handles a signal, and its handler does not restart calls.</source>
        <translation>Das Programm behandelt ein Signal, und der Handler setzt Aufrufe nicht fort.</translation>
    </message>
    <message>
        <source>Call again, or install the handler with SA_RESTART.</source>
        <translation>Noch einmal aufrufen oder den Handler mit SA_RESTART einrichten.</translation>
    </message>
    <message>
        <source>The descriptor was already closed, perhaps by another thread, and is still in use.</source>
        <translation>Der Deskriptor wurde schon geschlossen, vielleicht von einem anderen Thread, und wird noch benutzt.</translation>
    </message>
    <message>
        <source>Find the call that closes it; close a descriptor once, when it is no longer in use.</source>
        <translation>Das close suchen; einen Deskriptor einmal schließen, wenn ihn nichts mehr benutzt.</translation>
    </message>
    <message>
        <source>Try again after a short pause; let the server accept, or listen with a larger backlog.</source>
        <translation>Nach einer kurzen Pause noch einmal versuchen; der Server soll annehmen oder mit größerem Backlog lauschen.</translation>
    </message>
    <message>
        <source>Wait until the socket is writable again (poll or epoll), then send the rest.</source>
        <translation>Warten, bis der Socket wieder beschreibbar ist (poll oder epoll), dann den Rest senden.</translation>
    </message>
    <message>
        <source>Wait until the socket is readable (poll or epoll).</source>
        <translation>Warten, bis der Socket lesbar ist (poll oder epoll).</translation>
    </message>
    <message>
        <source>The client has disconnected, or another thread accepted it.</source>
        <translation>Der Client ist wieder gegangen, oder ein anderer Thread hat ihn angenommen.</translation>
    </message>
    <message>
        <source>The socket is non-blocking.</source>
        <translation>Der Socket ist nicht blockierend.</translation>
    </message>
    <message>
        <source>Wait with poll or epoll, then call again.</source>
        <translation>Mit poll oder epoll warten, dann noch einmal aufrufen.</translation>
    </message>
    <message>
        <source>Close programs, or raise the limit.</source>
        <translation>Programme schließen oder die Grenze anheben.</translation>
    </message>
    <message>
        <source>The user has no write permission on the socket file: connecting requires it.</source>
        <translation>Der Benutzer darf nicht in die Datei des Sockets schreiben; zum Verbinden braucht es Schreibrecht.</translation>
    </message>
    <message>
        <source>Grant access in the server with chmod or its group, or run both programs as the same user.</source>
        <translation>Im Server mit chmod oder über seine Gruppe erlauben, oder beide Programme als derselbe Benutzer ausführen.</translation>
    </message>
    <message>
        <source>This user has no search permission on a folder of the path.</source>
        <translation>Einen Ordner auf dem Weg darf dieser Benutzer nicht betreten.</translation>
    </message>
    <message>
        <source>Grant search permission (x) on each folder of the path.</source>
        <translation>Für jeden Ordner des Pfads das Suchrecht (x) geben.</translation>
    </message>
    <message>
        <source>Choose a folder of the user&apos;s own, or change its permissions.</source>
        <translation>Einen eigenen Ordner des Benutzers wählen oder die Rechte ändern.</translation>
    </message>
    <message>
        <source>The permissions of the file or its folder do not allow this.</source>
        <translation>Die Rechte der Datei oder ihres Ordners erlauben das nicht.</translation>
    </message>
    <message>
        <source>Choose another place, or change the permissions.</source>
        <translation>Einen anderen Ort wählen oder die Rechte ändern.</translation>
    </message>
    <message>
        <source>A security policy such as SELinux or AppArmor forbids it.</source>
        <translation>Eine Sicherheitsregel wie SELinux oder AppArmor verbietet es.</translation>
    </message>
    <message>
        <source>A pointer or a length is wrong.</source>
        <translation>Ein Zeiger oder eine Länge ist falsch.</translation>
    </message>
    <message>
        <source>Check the arguments of the call.</source>
        <translation>Die Argumente des Aufrufs prüfen.</translation>
    </message>
    <message>
        <source>A file of this name already exists.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the file.</source>
        <translation>Einen anderen Namen wählen oder die Datei entfernen.</translation>
    </message>
    <message>
        <source>A part of the path is a file, not a folder.</source>
        <translation>Ein Teil des Pfads ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>The socket already has a path: it can be bound only once.</source>
        <translation>Der Socket hat schon einen Pfad: bind geht nur einmal.</translation>
    </message>
    <message>
        <source>Use a new socket.</source>
        <translation>Einen neuen Socket benutzen.</translation>
    </message>
    <message>
        <source>The address exceeds sun_path (107 bytes), or its family is not AF_UNIX.</source>
        <translation>Die Adresse ist länger als sun_path (107 Byte), oder ihre Familie ist nicht AF_UNIX.</translation>
    </message>
    <message>
        <source>Use a shorter path, and check the length that is passed.</source>
        <translation>Einen kürzeren Pfad wählen und die übergebene Länge prüfen.</translation>
    </message>
    <message>
        <source>The socket does not listen.</source>
        <translation>Der Socket lauscht nicht.</translation>
    </message>
    <message>
        <source>Call listen first, or check that it was not shut down.</source>
        <translation>Zuerst listen aufrufen, oder prüfen, ob er mit shutdown beendet wurde.</translation>
    </message>
    <message>
        <source>The socket has no path yet, or is connected.</source>
        <translation>Der Socket hat noch keinen Pfad oder ist verbunden.</translation>
    </message>
    <message>
        <source>Bind it first.</source>
        <translation>Zuerst bind aufrufen.</translation>
    </message>
    <message>
        <source>The stream socket is not connected.</source>
        <translation>Der Stream-Socket ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Connect first, and check the result of connect.</source>
        <translation>Zuerst verbinden und das Ergebnis von connect prüfen.</translation>
    </message>
    <message>
        <source>An argument is not valid for the call.</source>
        <translation>Ein Argument ist für den Aufruf nicht gültig.</translation>
    </message>
    <message>
        <source>Compare each argument with the manual page.</source>
        <translation>Jedes Argument mit der Handbuchseite vergleichen.</translation>
    </message>
    <message>
        <source>A program keeps too many files open.</source>
        <translation>Ein Programm hält sehr viele Dateien offen.</translation>
    </message>
    <message>
        <source>End it, or raise fs.file-max.</source>
        <translation>Es beenden oder fs.file-max anheben.</translation>
    </message>
    <message>
        <source>Descriptors are opened and never closed.</source>
        <translation>Deskriptoren werden geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>Look for connections that are not closed when they end.</source>
        <translation>Verbindungen suchen, die an ihrem Ende nicht geschlossen werden.</translation>
    </message>
    <message>
        <source>The limit is low for the number of connections.</source>
        <translation>Die Grenze ist für die Zahl der Verbindungen zu niedrig.</translation>
    </message>
    <message>
        <source>End some connections, or raise the limit (ulimit -n).</source>
        <translation>Einige Verbindungen beenden oder die Grenze anheben (ulimit -n).</translation>
    </message>
    <message>
        <source>No space is left on the file system.</source>
        <translation>Auf dem Dateisystem ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space, or choose another place.</source>
        <translation>Platz schaffen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The folder is on a read-only file system.</source>
        <translation>Der Ordner liegt auf einem schreibgeschützten Dateisystem.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The other program closed its end, or it has ended.</source>
        <translation>Das andere Programm hat sein Ende geschlossen, oder es wurde beendet.</translation>
    </message>
    <message>
        <source>Read the remaining data, then close this end; without MSG_NOSIGNAL the call also raises SIGPIPE.</source>
        <translation>Die restlichen Daten lesen, dann dieses Ende schließen; ohne MSG_NOSIGNAL löst der Aufruf auch SIGPIPE aus.</translation>
    </message>
    <message>
        <source>This end called shutdown for writing.</source>
        <translation>Dieses Ende hat shutdown zum Schreiben aufgerufen.</translation>
    </message>
    <message>
        <source>Send before shutdown.</source>
        <translation>Vor shutdown senden.</translation>
    </message>
    <message>
        <source>Connect again when it is available.</source>
        <translation>Neu verbinden, sobald es wieder verfügbar ist.</translation>
    </message>
    <message>
        <source>A socket path has at most 107 bytes, each name in it at most 255.</source>
        <translation>Der Pfad eines Sockets hat höchstens 107 Byte, ein Name darin höchstens 255.</translation>
    </message>
    <message>
        <source>Use a shorter path, for example below /run or /tmp.</source>
        <translation>Einen kürzeren Pfad wählen, zum Beispiel unter /run oder /tmp.</translation>
    </message>
    <message>
        <source>The symbolic links form a loop.</source>
        <translation>Die symbolischen Links bilden eine Schleife.</translation>
    </message>
    <message>
        <source>Check the path with readlink.</source>
        <translation>Den Pfad mit readlink prüfen.</translation>
    </message>
    <message>
        <source>The descriptor was closed and its number reused for a file, or it was never a socket.</source>
        <translation>Der Deskriptor wurde geschlossen und seine Nummer gehört jetzt einer Datei, oder er war nie ein Socket.</translation>
    </message>
    <message>
        <source>Look for a descriptor that is closed twice.</source>
        <translation>Einen Deskriptor suchen, der zweimal geschlossen wird.</translation>
    </message>
    <message>
        <source>The socket was not connected before sending.</source>
        <translation>Der Socket wurde vor dem Senden nicht verbunden.</translation>
    </message>
    <message>
        <source>Connect first.</source>
        <translation>Zuerst verbinden.</translation>
    </message>
    <message>
        <source>A message must fit into the socket&apos;s send buffer.</source>
        <translation>Eine Nachricht muss in den Sendepuffer des Sockets passen.</translation>
    </message>
    <message>
        <source>Raise the buffer size (and net.core.wmem_max), send less at once, or use byte mode.</source>
        <translation>Die Puffergröße (und net.core.wmem_max) anheben, weniger auf einmal senden oder den Bytemodus benutzen.</translation>
    </message>
    <message>
        <source>One end is in message mode (SOCK_SEQPACKET) and the other in byte mode (SOCK_STREAM).</source>
        <translation>Ein Ende ist im Nachrichtenmodus (SOCK_SEQPACKET), das andere im Bytemodus (SOCK_STREAM).</translation>
    </message>
    <message>
        <source>Set both to the same mode; .NET, Node and most programs use byte mode.</source>
        <translation>Beide auf denselben Modus stellen; .NET, Node und die meisten Programme benutzen den Bytemodus.</translation>
    </message>
    <message>
        <source>Another kind of server owns the path, for example a datagram server (SOCK_DGRAM).</source>
        <translation>Dem Pfad gehört ein Server anderer Art, zum Beispiel einer für Datagramme (SOCK_DGRAM).</translation>
    </message>
    <message>
        <source>See who listens there with ss -xlp.</source>
        <translation>Mit ss -xlp nachsehen, wer dort lauscht.</translation>
    </message>
    <message>
        <source>The option belongs to another kind of socket.</source>
        <translation>Die Option gehört zu einer anderen Art von Socket.</translation>
    </message>
    <message>
        <source>Leave the option out.</source>
        <translation>Die Option weglassen.</translation>
    </message>
    <message>
        <source>The protocol number is not 0.</source>
        <translation>Die Protokollnummer ist nicht 0.</translation>
    </message>
    <message>
        <source>Pass 0 as the protocol.</source>
        <translation>0 als Protokoll übergeben.</translation>
    </message>
    <message>
        <source>The type is not SOCK_STREAM, SOCK_DGRAM or SOCK_SEQPACKET.</source>
        <translation>Der Typ ist weder SOCK_STREAM noch SOCK_DGRAM noch SOCK_SEQPACKET.</translation>
    </message>
    <message>
        <source>Correct the type.</source>
        <translation>Den Typ berichtigen.</translation>
    </message>
    <message>
        <source>Datagram sockets do not listen or accept.</source>
        <translation>Datagramm-Sockets lauschen nicht und nehmen nichts an.</translation>
    </message>
    <message>
        <source>Use SOCK_STREAM or SOCK_SEQPACKET.</source>
        <translation>SOCK_STREAM oder SOCK_SEQPACKET benutzen.</translation>
    </message>
    <message>
        <source>A flag is not supported for AF_UNIX sockets, for example MSG_OOB on an older system.</source>
        <translation>Ein Flag ist nicht für AF_UNIX-Sockets, zum Beispiel MSG_OOB auf einem älteren System.</translation>
    </message>
    <message>
        <source>Leave the flag out.</source>
        <translation>Das Flag weglassen.</translation>
    </message>
    <message>
        <source>The kernel was built without AF_UNIX, or a sandbox (for example RestrictAddressFamilies of systemd) forbids it.</source>
        <translation>Der Kernel wurde ohne AF_UNIX gebaut, oder eine Sandbox (zum Beispiel RestrictAddressFamilies von systemd) verbietet es.</translation>
    </message>
    <message>
        <source>Let the service use AF_UNIX.</source>
        <translation>Dem Dienst AF_UNIX erlauben.</translation>
    </message>
    <message>
        <source>Another server listens at this path.</source>
        <translation>Ein anderer Server lauscht an diesem Pfad.</translation>
    </message>
    <message>
        <source>Stop it, or take another path.</source>
        <translation>Ihn beenden oder einen anderen Pfad wählen.</translation>
    </message>
    <message>
        <source>A server has ended and left its socket file behind: the system does not remove it.</source>
        <translation>Ein beendeter Server hat seine Datei zurückgelassen: die Datei eines Sockets verschwindet nicht von selbst.</translation>
    </message>
    <message>
        <source>Remove the file if no server listens on it, then bind again.</source>
        <translation>Die Datei entfernen, wenn dort niemand lauscht, dann wieder bind aufrufen.</translation>
    </message>
    <message>
        <source>The name is in use.</source>
        <translation>Der Name wird benutzt.</translation>
    </message>
    <message>
        <source>Take another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The client disconnected before it was accepted.</source>
        <translation>Der Client ist gegangen, bevor er angenommen wurde.</translation>
    </message>
    <message>
        <source>No action needed: accept the next client.</source>
        <translation>Nichts zu tun: den nächsten annehmen.</translation>
    </message>
    <message>
        <source>The other program closed with unread data, or it has ended.</source>
        <translation>Das andere Programm hat mit ungelesenen Daten geschlossen, oder es wurde beendet.</translation>
    </message>
    <message>
        <source>Check why it did not read; the data sent last may be lost.</source>
        <translation>Nachsehen, warum es nicht gelesen hat; das zuletzt Gesendete kann verloren sein.</translation>
    </message>
    <message>
        <source>The server closed its listening socket before it accepted this client.</source>
        <translation>Der Server hat seinen lauschenden Socket geschlossen, bevor er diesen Client angenommen hatte.</translation>
    </message>
    <message>
        <source>The system is low on socket memory.</source>
        <translation>Dem System fehlt Speicher für Sockets.</translation>
    </message>
    <message>
        <source>Send less at once, close connections, or try again.</source>
        <translation>Weniger auf einmal senden, Verbindungen schließen oder es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>connect was called twice for one socket.</source>
        <translation>connect wurde für einen Socket zweimal aufgerufen.</translation>
    </message>
    <message>
        <source>Use a new socket for a new connection.</source>
        <translation>Für eine neue Verbindung einen neuen Socket benutzen.</translation>
    </message>
    <message>
        <source>The connection was not established, or has ended.</source>
        <translation>Die Verbindung kam nie zustande oder ist fort.</translation>
    </message>
    <message>
        <source>Ask for its identity as soon as it has connected.</source>
        <translation>Nach der Identität fragen, sobald er verbunden ist.</translation>
    </message>
    <message>
        <source>Descriptors were sent with SCM_RIGHTS faster than they are received.</source>
        <translation>Deskriptoren wurden mit SCM_RIGHTS schneller gesendet, als sie empfangen werden.</translation>
    </message>
    <message>
        <source>Wait until the receiver catches up.</source>
        <translation>Den Empfänger aufholen lassen.</translation>
    </message>
    <message>
        <source>Check the other program, or wait longer.</source>
        <translation>Nachsehen, was das andere Programm tut, oder länger warten.</translation>
    </message>
    <message>
        <source>The server has ended and left its socket file behind.</source>
        <translation>Der Server ist beendet und hat seine Socket-Datei zurückgelassen.</translation>
    </message>
    <message>
        <source>Start the server; it must remove the old file before it binds.</source>
        <translation>Den Server starten; er muss die alte Datei vor bind entfernen.</translation>
    </message>
    <message>
        <source>The server has bound the socket but does not listen yet.</source>
        <translation>Der Server hat bind aufgerufen, aber noch nicht listen.</translation>
    </message>
    <message>
        <source>Try again after a short pause.</source>
        <translation>Nach einer kurzen Pause noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The file at the path is not a socket.</source>
        <translation>Die Datei an diesem Pfad ist kein Socket.</translation>
    </message>
    <message>
        <source>Check the path with ls -l: a socket&apos;s line begins with s.</source>
        <translation>Den Pfad mit ls -l prüfen: die Zeile eines Sockets beginnt mit s.</translation>
    </message>
    <message>
        <source>No server listens on the socket.</source>
        <translation>Kein Server lauscht an dem Socket.</translation>
    </message>
    <message>
        <source>Start the server.</source>
        <translation>Den Server starten.</translation>
    </message>
    <message>
        <source>connect was called again before the first was complete.</source>
        <translation>connect wurde noch einmal aufgerufen, bevor das erste fertig war.</translation>
    </message>
    <message>
        <source>Wait until the socket is writable, then read SO_ERROR.</source>
        <translation>Warten, bis der Socket beschreibbar ist, dann SO_ERROR lesen.</translation>
    </message>
    <message>
        <source>The program cancelled it.</source>
        <translation>Das Programm hat es abgebrochen.</translation>
    </message>
    <message>
        <source>No action needed if intended. How much a cancelled write has sent is unknown.</source>
        <translation>Nichts zu tun, wenn beabsichtigt. Wie viel ein abgebrochenes Schreiben gesendet hat, ist unbekannt.</translation>
    </message>
    <message>
        <source>The operation is not permitted for this user, regardless of the file&apos;s permissions.</source>
        <translation>Diesem Benutzer ist das nicht erlaubt, was immer die Rechte der Datei sagen.</translation>
    </message>
    <message>
        <source>No socket exists at that path.</source>
        <translation>Einen Socket mit diesem Pfad gibt es nicht.</translation>
    </message>
    <message>
        <source>The path does not exist.</source>
        <translation>Den Pfad gibt es nicht.</translation>
    </message>
    <message>
        <source>A signal interrupted the call before it did anything.</source>
        <translation>Ein Signal hat den Aufruf unterbrochen, bevor er etwas getan hatte.</translation>
    </message>
    <message>
        <source>The descriptor is not open.</source>
        <translation>Der Deskriptor ist nicht offen.</translation>
    </message>
    <message>
        <source>The server&apos;s backlog is full.</source>
        <translation>Die Warteschlange des Servers ist voll.</translation>
    </message>
    <message>
        <source>The socket takes no more data at the moment.</source>
        <translation>Der Socket nimmt im Augenblick nichts mehr an.</translation>
    </message>
    <message>
        <source>No data is available at the moment.</source>
        <translation>Zurzeit sind keine Daten da.</translation>
    </message>
    <message>
        <source>No client is waiting at the moment.</source>
        <translation>Im Augenblick wartet kein Client.</translation>
    </message>
    <message>
        <source>The call would block.</source>
        <translation>Der Aufruf würde blockieren.</translation>
    </message>
    <message>
        <source>The system is out of memory.</source>
        <translation>Dem System fehlt Speicher.</translation>
    </message>
    <message>
        <source>The permissions of the path deny this.</source>
        <translation>Die Rechte des Pfads erlauben das nicht.</translation>
    </message>
    <message>
        <source>The call got an invalid memory address.</source>
        <translation>Der Aufruf hat eine ungültige Speicheradresse bekommen.</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>Ein Teil des Pfads ist kein Ordner.</translation>
    </message>
    <message>
        <source>An argument is not valid, or does not fit the state of the socket.</source>
        <translation>Ein Argument ist nicht gültig oder passt nicht zum Zustand des Sockets.</translation>
    </message>
    <message>
        <source>The system has reached its limit of open files.</source>
        <translation>Das System hat sein Limit offener Dateien erreicht.</translation>
    </message>
    <message>
        <source>This process has reached its limit of open files and sockets.</source>
        <translation>Dieser Prozess hat sein Limit offener Dateien und Sockets erreicht.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The file system is read-only.</source>
        <translation>Das Dateisystem ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The path is too long.</source>
        <translation>Der Pfad ist zu lang.</translation>
    </message>
    <message>
        <source>The path has too many symbolic links.</source>
        <translation>Der Pfad führt über zu viele symbolische Verweise.</translation>
    </message>
    <message>
        <source>The descriptor is not a socket.</source>
        <translation>Der Deskriptor ist kein Socket.</translation>
    </message>
    <message>
        <source>The message is too large for one send.</source>
        <translation>Die Nachricht ist zu groß für einen Sendevorgang.</translation>
    </message>
    <message>
        <source>The socket at the path is of another type.</source>
        <translation>Der Socket an diesem Pfad ist von einem anderen Typ.</translation>
    </message>
    <message>
        <source>The socket does not know this option.</source>
        <translation>Der Socket kennt diese Option nicht.</translation>
    </message>
    <message>
        <source>AF_UNIX sockets have no such protocol.</source>
        <translation>AF_UNIX-Sockets haben kein solches Protokoll.</translation>
    </message>
    <message>
        <source>AF_UNIX sockets of this type are not supported.</source>
        <translation>AF_UNIX-Sockets dieses Typs werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>The socket does not support this operation.</source>
        <translation>Der Socket unterstützt diese Operation nicht.</translation>
    </message>
    <message>
        <source>The system does not allow this process to create this kind of socket.</source>
        <translation>Das System gibt diesem Prozess keinen Socket dieser Art.</translation>
    </message>
    <message>
        <source>The path is in use: a file of that name exists.</source>
        <translation>Der Pfad ist vergeben: eine Datei dieses Namens ist da.</translation>
    </message>
    <message>
        <source>The connection was aborted before it was accepted.</source>
        <translation>Die Verbindung wurde abgebrochen, bevor sie angenommen wurde.</translation>
    </message>
    <message>
        <source>The system is out of buffers.</source>
        <translation>Dem System fehlen Puffer.</translation>
    </message>
    <message>
        <source>The socket is already connected.</source>
        <translation>Der Socket ist schon verbunden.</translation>
    </message>
    <message>
        <source>The socket is not connected.</source>
        <translation>Der Socket ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The socket was shut down for sending.</source>
        <translation>Der Socket wurde mit shutdown beendet und sendet nicht mehr.</translation>
    </message>
    <message>
        <source>Too many descriptors are in flight in messages not yet received.</source>
        <translation>Zu viele Deskriptoren sind in Nachrichten unterwegs, die niemand empfangen hat.</translation>
    </message>
    <message>
        <source>The operation timed out.</source>
        <translation>Zeitüberschreitung.</translation>
    </message>
    <message>
        <source>No server listens on that path.</source>
        <translation>An diesem Pfad lauscht niemand.</translation>
    </message>
    <message>
        <source>The socket is already connecting.</source>
        <translation>Der Socket verbindet sich schon.</translation>
    </message>
    <message>
        <source>The connection attempt is in progress: this is not a failure.</source>
        <translation>Die Verbindung wird hergestellt und ist noch nicht fertig: das ist kein Fehler.</translation>
    </message>
    <message>
        <source>The operation was cancelled before it was complete.</source>
        <translation>Die Operation wurde abgebrochen, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>A value was refused before any system call was made.</source>
        <translation>Ein Wert wurde abgelehnt, bevor ein Systemaufruf gemacht wurde.</translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation>Ein Wert ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Correct the value named in the error.</source>
        <translation>Den im Fehler genannten Wert korrigieren.</translation>
    </message>
    <message>
        <source>The name was not found.</source>
        <translation>Der Name wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The name is wrong, or the other program has not started.</source>
        <translation>Der Name ist falsch, oder das andere Programm läuft noch nicht.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the other program is running.</source>
        <translation>Die Schreibweise prüfen, und ob das andere Programm läuft.</translation>
    </message>
    <message>
        <source>No instance was free.</source>
        <translation>Es war keine Instanz frei.</translation>
    </message>
    <message>
        <source>All instances of the pipe are in use.</source>
        <translation>Alle Instanzen der Pipe sind vergeben.</translation>
    </message>
    <message>
        <source>Wait longer, or allow the server more instances.</source>
        <translation>Länger warten oder dem Server mehr Instanzen geben.</translation>
    </message>
    <message>
        <source>The other program does not run, or does not answer.</source>
        <translation>Das andere Programm läuft nicht oder antwortet nicht.</translation>
    </message>
    <message>
        <source>Check it, or allow more time.</source>
        <translation>Es prüfen oder mehr Zeit geben.</translation>
    </message>
    <message>
        <source>The operation was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>PipeScope cancelled it.</source>
        <translation>PipeScope hat ihn abgebrochen.</translation>
    </message>
    <message>
        <source>Start it again if needed.</source>
        <translation>Bei Bedarf neu starten.</translation>
    </message>
    <message>
        <source>Access was refused.</source>
        <translation>Der Zugriff wurde verweigert.</translation>
    </message>
    <message>
        <source>The permissions or the direction do not allow it.</source>
        <translation>Die Rechte oder die Richtung erlauben es nicht.</translation>
    </message>
    <message>
        <source>Check the user of both programs, and inbound, outbound and duplex.</source>
        <translation>Die Benutzer beider Programme prüfen, und eingehend, ausgehend und duplex.</translation>
    </message>
    <message>
        <source>The name is taken.</source>
        <translation>Der Name ist vergeben.</translation>
    </message>
    <message>
        <source>Another server holds this name.</source>
        <translation>Ein anderer Server hat diesen Namen.</translation>
    </message>
    <message>
        <source>Stop it, or take another name.</source>
        <translation>Ihn beenden oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The limit of instances is reached.</source>
        <translation>Die Grenze der Instanzen ist erreicht.</translation>
    </message>
    <message>
        <source>The pipe allows no further instance.</source>
        <translation>Die Pipe darf keine weitere Instanz haben.</translation>
    </message>
    <message>
        <source>Raise the limit in the first server of this name.</source>
        <translation>Die Grenze dort anheben, wo der erste Server dieses Namens sie setzt.</translation>
    </message>
    <message>
        <source>The send queue is full.</source>
        <translation>Die Sendeschlange ist voll.</translation>
    </message>
    <message>
        <source>Wait until it has caught up, then send again.</source>
        <translation>Warten, bis sie aufgeholt hat, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>The message was not sent, because of its size.</source>
        <translation>Die Nachricht wurde wegen ihrer Größe nicht gesendet.</translation>
    </message>
    <message>
        <source>The system does not carry a message of this size.</source>
        <translation>Das System befördert keine Nachricht dieser Größe.</translation>
    </message>
    <message>
        <source>Send less at once, raise the buffer size, or use byte mode.</source>
        <translation>Weniger auf einmal senden, die Puffer vergrößern oder den Bytemodus benutzen.</translation>
    </message>
    <message>
        <source>A client connected and disconnected immediately.</source>
        <translation>Ein Client hat sich verbunden und sofort getrennt.</translation>
    </message>
    <message>
        <source>No action needed: the server keeps listening.</source>
        <translation>Nichts zu tun: der Server lauscht weiter.</translation>
    </message>
    <message>
        <source>Message/byte mode mismatch.</source>
        <translation>Nachrichten- und Bytemodus passen nicht zusammen.</translation>
    </message>
    <message>
        <source>One end uses messages and the other bytes.</source>
        <translation>Ein Ende benutzt Nachrichten, das andere Bytes.</translation>
    </message>
    <message>
        <source>Set both to the same mode.</source>
        <translation>Beide auf denselben Modus stellen.</translation>
    </message>
    <message>
        <source>The operation is not supported here.</source>
        <translation>Der Vorgang wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>This system does not support it.</source>
        <translation>Dieses System unterstützt das nicht.</translation>
    </message>
    <message>
        <source>Use another way, or another system.</source>
        <translation>Auf andere Weise oder auf einem anderen System tun.</translation>
    </message>
    <message>
        <source>The target does not exist.</source>
        <translation>Das Ziel existiert nicht.</translation>
    </message>
    <message>
        <source>The connection has ended, or no client is connected yet.</source>
        <translation>Die Verbindung ist beendet, oder noch ist kein Client verbunden.</translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation>Ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>New operations are refused.</source>
        <translation>Neue Vorgänge werden abgelehnt.</translation>
    </message>
    <message>
        <source>The program is ending.</source>
        <translation>Das Programm wird beendet.</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>Das Programm noch einmal starten.</translation>
    </message>
    <message>
        <source>Out of system resources.</source>
        <translation>Keine Systemressourcen mehr.</translation>
    </message>
    <message>
        <source>Memory, handles or disk space are exhausted.</source>
        <translation>Speicher, Handles oder Plattenplatz sind erschöpft.</translation>
    </message>
    <message>
        <source>Close something, or free some space.</source>
        <translation>Etwas schließen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>The file is not valid.</source>
        <translation>Die Datei ist nicht gültig.</translation>
    </message>
    <message>
        <source>The file is damaged, or of another kind.</source>
        <translation>Die Datei ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>The data before the damage can still be read.</source>
        <translation>Was vor dem Schaden steht, kann noch gelesen werden.</translation>
    </message>
    <message>
        <source>The system reported a failure.</source>
        <translation>Das System meldet einen Fehler.</translation>
    </message>
    <message>
        <source>Pipe calls rarely return this code.</source>
        <translation>Pipe-Aufrufe geben diesen Code selten.</translation>
    </message>
    <message>
        <source>Look up the code and the call in the system&apos;s documentation.</source>
        <translation>Code und Aufruf in der Dokumentation des Systems nachschlagen.</translation>
    </message>
    <message>
        <source>The handle is a client&apos;s; only the server&apos;s handle can do this.</source>
        <translation>Das Handle ist das Ende eines Clients, und nur das Ende des Servers kann das.</translation>
    </message>
    <message>
        <source>Use the handle that CreateNamedPipe returned.</source>
        <translation>Das Handle benutzen, das CreateNamedPipe geliefert hat.</translation>
    </message>
    <message>
        <source>The handle is not a named pipe handle.</source>
        <translation>Das Handle gehört zu etwas, das keine Named Pipe ist.</translation>
    </message>
    <message>
        <source>Check which handle is passed.</source>
        <translation>Prüfen, welches Handle übergeben wird.</translation>
    </message>
    <message>
        <source>The server has not started, or has ended.</source>
        <translation>Der Server läuft noch nicht oder ist beendet.</translation>
    </message>
    <message>
        <source>Start the server, or check the spelling of the name.</source>
        <translation>Den Server starten oder die Schreibweise des Namens prüfen.</translation>
    </message>
    <message>
        <source>The name differs from the server&apos;s, for example in the part before the pipe&apos;s own name.</source>
        <translation>Der Name weicht von dem des Servers ab, zum Beispiel in dem Teil vor dem eigenen Namen der Pipe.</translation>
    </message>
    <message>
        <source>Compare both names; a local one is \\.\pipe\name, and in C and C# source each backslash is written twice.</source>
        <translation>Beide Namen vergleichen; ein lokaler ist \\.\pipe\name, und im Quelltext von C und C# steht jeder Backslash doppelt.</translation>
    </message>
    <message>
        <source>The server on the other computer has no pipe of that name.</source>
        <translation>Der Server auf dem anderen Computer hat keine Pipe dieses Namens.</translation>
    </message>
    <message>
        <source>Check the server&apos;s name for the pipe there, and that the service runs on that computer.</source>
        <translation>Prüfen, wie die Pipe dort heißt, und ob der Dienst auf jenem Computer läuft.</translation>
    </message>
    <message>
        <source>The server closed its last instance before it created the next one, so the name was briefly missing.</source>
        <translation>Der Server hat seine letzte Instanz geschlossen, bevor er die nächste machte, sodass der Name einen Augenblick fort war.</translation>
    </message>
    <message>
        <source>Try again; in the server, create the next instance before the last one is closed.</source>
        <translation>Noch einmal versuchen; im Server die nächste Instanz anlegen, bevor die letzte geschlossen wird.</translation>
    </message>
    <message>
        <source>Try again after a short pause until the server has started.</source>
        <translation>Nach kurzen Pausen wieder versuchen, bis der Server läuft.</translation>
    </message>
    <message>
        <source>One of the two programs runs in an AppContainer, where pipe names begin with LOCAL\.</source>
        <translation>Eines der beiden Programme läuft in einem AppContainer, wo Pipe-Namen mit LOCAL\ beginnen.</translation>
    </message>
    <message>
        <source>Use \\.\pipe\LOCAL\name in both, from within the same package.</source>
        <translation>In beiden \\.\pipe\LOCAL\name benutzen, aus demselben Paket.</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>The name is empty, or does not begin with an existing path.</source>
        <translation>Der Name ist leer oder beginnt nicht mit einem Ort, den es gibt.</translation>
    </message>
    <message>
        <source>Write the name as \\.\pipe\name.</source>
        <translation>Den Namen als \\.\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Another server holds this name, and FILE_FLAG_FIRST_PIPE_INSTANCE allows only one first instance.</source>
        <translation>Ein anderer Server hat diesen Namen, und mit FILE_FLAG_FIRST_PIPE_INSTANCE kann nur einer der erste sein.</translation>
    </message>
    <message>
        <source>Stop the other server, or take another name.</source>
        <translation>Den anderen Server beenden oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The pipe exists and its permissions do not let this user create further instances (FILE_CREATE_PIPE_INSTANCE).</source>
        <translation>Die Pipe gibt es schon, und ihre Rechte lassen diesen Benutzer keine weiteren Instanzen anlegen (FILE_CREATE_PIPE_INSTANCE).</translation>
    </message>
    <message>
        <source>Stop the server that holds the name, run as its user, or let its security descriptor allow further instances.</source>
        <translation>Den Server beenden, der den Namen hat, als dessen Benutzer laufen oder in seinem Sicherheitsdeskriptor weitere Instanzen erlauben.</translation>
    </message>
    <message>
        <source>This process runs in an AppContainer and may create pipes only below LOCAL\.</source>
        <translation>Dieser Prozess läuft in einem AppContainer und darf Pipes nur unter LOCAL\ anlegen.</translation>
    </message>
    <message>
        <source>Name the pipe \\.\pipe\LOCAL\name.</source>
        <translation>Die Pipe \\.\pipe\LOCAL\name nennen.</translation>
    </message>
    <message>
        <source>The permissions of the pipe do not grant this user the requested access. With the default descriptor, other users can only read.</source>
        <translation>Die Rechte der Pipe erlauben diesem Benutzer nicht, was verlangt wurde. Ohne eigenen Deskriptor lässt eine Pipe andere Benutzer nur lesen.</translation>
    </message>
    <message>
        <source>Let the server&apos;s security descriptor allow this user to read and write, or run both programs as the same user.</source>
        <translation>Im Sicherheitsdeskriptor des Servers diesem Benutzer Lesen und Schreiben erlauben, oder beide Programme als derselbe Benutzer ausführen.</translation>
    </message>
    <message>
        <source>The direction does not match: an inbound pipe cannot be opened for reading, nor an outbound one for writing.</source>
        <translation>Die Richtung passt nicht: eine eingehende Pipe lässt sich nicht zum Lesen öffnen, eine ausgehende nicht zum Schreiben.</translation>
    </message>
    <message>
        <source>Open it for writing only if it is inbound, for reading only if it is outbound.</source>
        <translation>Eine eingehende nur zum Schreiben öffnen, eine ausgehende nur zum Lesen.</translation>
    </message>
    <message>
        <source>The server runs as administrator and this program does not, so the pipe belongs to the group Administrators.</source>
        <translation>Der Server läuft als Administrator und dieses Programm nicht, sodass die Pipe der Gruppe Administratoren gehört.</translation>
    </message>
    <message>
        <source>Run this program as administrator too, or let the server allow the user by name.</source>
        <translation>Auch dieses Programm als Administrator ausführen, oder den Benutzer im Server namentlich zulassen.</translation>
    </message>
    <message>
        <source>The server rejects clients on other computers (PIPE_REJECT_REMOTE_CLIENTS), or its computer allows this user no access over the network.</source>
        <translation>Der Server weist Clients auf anderen Computern ab (PIPE_REJECT_REMOTE_CLIENTS), oder sein Computer erlaubt diesem Benutzer keinen Zugriff über das Netz.</translation>
    </message>
    <message>
        <source>Let the server accept remote clients, and allow the user or the group Network in its security descriptor.</source>
        <translation>Im Server entfernte Clients zulassen und in seinem Sicherheitsdeskriptor den Benutzer oder die Gruppe Netzwerk erlauben.</translation>
    </message>
    <message>
        <source>This program runs at low integrity or in an AppContainer, and the pipe has no label and no entry for that.</source>
        <translation>Dieses Programm läuft mit niedriger Integrität oder in einem AppContainer, und die Pipe hat dafür weder Label noch Eintrag.</translation>
    </message>
    <message>
        <source>Add a low integrity label and an entry for the AppContainer to the server&apos;s security descriptor.</source>
        <translation>Dem Sicherheitsdeskriptor des Servers ein Label für niedrige Integrität und einen Eintrag für den AppContainer geben.</translation>
    </message>
    <message>
        <source>The handle was opened for writing only, or this end of the pipe only sends.</source>
        <translation>Das Handle wurde nur zum Schreiben geöffnet, oder dieses Ende der Pipe sendet nur.</translation>
    </message>
    <message>
        <source>Open the pipe with GENERIC_READ, and let its direction be duplex.</source>
        <translation>Die Pipe mit GENERIC_READ öffnen und duplex machen.</translation>
    </message>
    <message>
        <source>The handle was opened for reading only, or this end of the pipe only receives.</source>
        <translation>Das Handle wurde nur zum Lesen geöffnet, oder dieses Ende der Pipe empfängt nur.</translation>
    </message>
    <message>
        <source>Open the pipe with GENERIC_WRITE, and let its direction be duplex.</source>
        <translation>Die Pipe mit GENERIC_WRITE öffnen und duplex machen.</translation>
    </message>
    <message>
        <source>The handle has no right to change the read mode: one opened for reading only lacks FILE_WRITE_ATTRIBUTES.</source>
        <translation>Das Handle darf den Lesemodus nicht ändern: einem nur zum Lesen geöffneten fehlt FILE_WRITE_ATTRIBUTES.</translation>
    </message>
    <message>
        <source>Open the pipe with GENERIC_READ and FILE_WRITE_ATTRIBUTES, or with GENERIC_WRITE.</source>
        <translation>Die Pipe mit GENERIC_READ und FILE_WRITE_ATTRIBUTES öffnen, oder mit GENERIC_WRITE.</translation>
    </message>
    <message>
        <source>The handle was opened without the right to read the pipe&apos;s attributes.</source>
        <translation>Das Handle wurde ohne das Recht geöffnet, die Attribute der Pipe zu lesen.</translation>
    </message>
    <message>
        <source>Open the pipe with GENERIC_READ, or with GENERIC_WRITE and FILE_READ_ATTRIBUTES.</source>
        <translation>Die Pipe mit GENERIC_READ öffnen, oder mit GENERIC_WRITE und FILE_READ_ATTRIBUTES.</translation>
    </message>
    <message>
        <source>The handle was opened without READ_CONTROL, or the pipe does not grant it.</source>
        <translation>Das Handle wurde ohne READ_CONTROL geöffnet, oder die Pipe gibt es nicht her.</translation>
    </message>
    <message>
        <source>Open the pipe with READ_CONTROL, as an authorized user.</source>
        <translation>Die Pipe mit READ_CONTROL öffnen, als ein Benutzer, der das darf.</translation>
    </message>
    <message>
        <source>The handle was opened without the right to change the descriptor (WRITE_DAC or WRITE_OWNER).</source>
        <translation>Das Handle wurde ohne das Recht geöffnet, den Deskriptor zu ändern (WRITE_DAC oder WRITE_OWNER).</translation>
    </message>
    <message>
        <source>Open or create the pipe with that right, as its owner.</source>
        <translation>Die Pipe mit diesem Recht öffnen oder anlegen, als ihr Besitzer.</translation>
    </message>
    <message>
        <source>The process belongs to another user or is protected by the system.</source>
        <translation>Der Prozess gehört einem anderen Benutzer oder wird vom System geschützt.</translation>
    </message>
    <message>
        <source>Run this program as administrator to see more details.</source>
        <translation>Dieses Programm als Administrator ausführen, um mehr davon zu sehen.</translation>
    </message>
    <message>
        <source>The client&apos;s token does not allow the server to query it.</source>
        <translation>Das Token des Clients lässt den Server nicht hineinsehen.</translation>
    </message>
    <message>
        <source>Open the token with OpenAsSelf set, so that the server&apos;s own rights apply.</source>
        <translation>Das Token mit OpenAsSelf öffnen, sodass die eigenen Rechte des Servers zählen.</translation>
    </message>
    <message>
        <source>The read mode is messages but the type is bytes: PIPE_READMODE_MESSAGE needs PIPE_TYPE_MESSAGE.</source>
        <translation>Der Lesemodus ist Nachrichten, der Typ aber Bytes: PIPE_READMODE_MESSAGE braucht PIPE_TYPE_MESSAGE.</translation>
    </message>
    <message>
        <source>Create the pipe with message type, or read it as bytes.</source>
        <translation>Der Pipe den Nachrichtentyp geben oder sie als Bytes lesen.</translation>
    </message>
    <message>
        <source>The number of instances is neither 1 to 254 nor PIPE_UNLIMITED_INSTANCES (255).</source>
        <translation>Die Zahl der Instanzen ist weder 1 bis 254 noch PIPE_UNLIMITED_INSTANCES (255).</translation>
    </message>
    <message>
        <source>Correct nMaxInstances.</source>
        <translation>nMaxInstances berichtigen.</translation>
    </message>
    <message>
        <source>The open mode or the pipe mode has flags that CreateNamedPipe does not know.</source>
        <translation>Der Öffnungsmodus oder der Pipe-Modus hat Flags, die CreateNamedPipe nicht kennt.</translation>
    </message>
    <message>
        <source>Check dwOpenMode and dwPipeMode; FILE_FLAG_FIRST_PIPE_INSTANCE goes into the first.</source>
        <translation>dwOpenMode und dwPipeMode prüfen; FILE_FLAG_FIRST_PIPE_INSTANCE gehört in das erste.</translation>
    </message>
    <message>
        <source>The server&apos;s pipe is of byte type and has no messages.</source>
        <translation>Die Pipe des Servers ist vom Bytetyp und hat keine Nachrichten.</translation>
    </message>
    <message>
        <source>Connect in byte mode, or create the server&apos;s pipe with message type.</source>
        <translation>Im Bytemodus verbinden oder der Pipe des Servers den Nachrichtentyp geben.</translation>
    </message>
    <message>
        <source>Pass NULL for both.</source>
        <translation>Für beide NULL übergeben.</translation>
    </message>
    <message>
        <source>The handle is not overlapped, or already belongs to a completion port.</source>
        <translation>Das Handle ist nicht überlappend oder gehört schon zu einem Completion Port.</translation>
    </message>
    <message>
        <source>Open it with FILE_FLAG_OVERLAPPED and add it to one port once.</source>
        <translation>Es mit FILE_FLAG_OVERLAPPED öffnen und einmal einem Port hinzufügen.</translation>
    </message>
    <message>
        <source>No process has this ID.</source>
        <translation>Einen Prozess mit dieser ID gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>No action needed: it has ended.</source>
        <translation>Nichts zu tun: er ist beendet.</translation>
    </message>
    <message>
        <source>A pointer, size or flag is not valid for the call.</source>
        <translation>Ein Zeiger, eine Größe oder ein Flag ist für den Aufruf nicht gültig.</translation>
    </message>
    <message>
        <source>Compare each argument with the documentation of the call.</source>
        <translation>Jedes Argument mit der Dokumentation des Aufrufs vergleichen.</translation>
    </message>
    <message>
        <source>A timeout of zero means the server&apos;s default, which is 50 ms if the server did not set one.</source>
        <translation>Die Zeit null bedeutet die Vorgabe des Servers; hat er keine gesetzt, sind es 50 ms.</translation>
    </message>
    <message>
        <source>Give the time in milliseconds, or NMPWAIT_WAIT_FOREVER.</source>
        <translation>Die Zeit in Millisekunden angeben, oder NMPWAIT_WAIT_FOREVER.</translation>
    </message>
    <message>
        <source>Other clients kept all instances in use.</source>
        <translation>Alle Instanzen blieben von anderen Clients belegt.</translation>
    </message>
    <message>
        <source>Allow more time, or allow the server more instances.</source>
        <translation>Mehr Zeit geben oder dem Server mehr Instanzen geben.</translation>
    </message>
    <message>
        <source>The server serves one client at a time and is busy, or hangs.</source>
        <translation>Der Server bedient einen Client nach dem anderen und ist mit einem beschäftigt, oder er hängt.</translation>
    </message>
    <message>
        <source>Check the server; it must call ConnectNamedPipe again as soon as a client disconnects.</source>
        <translation>Nachsehen, was der Server tut; er soll ConnectNamedPipe wieder aufrufen, sobald ein Client gegangen ist.</translation>
    </message>
    <message>
        <source>The other computer did not answer in time.</source>
        <translation>Der andere Computer hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check that it can be reached, and that file sharing (port 445) is allowed.</source>
        <translation>Prüfen, ob er erreichbar ist, und ob die Dateifreigabe (Port 445) durchgelassen wird.</translation>
    </message>
    <message>
        <source>Write \\.\pipe\name or \\server\pipe\name.</source>
        <translation>\\.\pipe\name oder \\server\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>Backslashes were lost in source code, a script or a shell.</source>
        <translation>Im Quelltext, in einem Skript oder einer Shell gingen Backslashes verloren.</translation>
    </message>
    <message>
        <source>Print the name as the program has it; in C and C# source each backslash is written twice.</source>
        <translation>Den Namen ausgeben, wie das Programm ihn hat; im Quelltext von C und C# steht jeder Backslash doppelt.</translation>
    </message>
    <message>
        <source>The name has no \pipe\ part, for example \\server\name.</source>
        <translation>Dem Namen fehlt der Teil \pipe\, zum Beispiel \\server\name.</translation>
    </message>
    <message>
        <source>Another program created it first.</source>
        <translation>Ein anderes Programm hat es zuerst gemacht.</translation>
    </message>
    <message>
        <source>Use another name, or remove the existing object.</source>
        <translation>Einen anderen Namen nehmen oder entfernen, was da ist.</translation>
    </message>
    <message>
        <source>The name does not lead to a pipe; pipe calls rarely return this code.</source>
        <translation>Der Name führt zu keiner Pipe; Pipe-Aufrufe geben diesen Code normalerweise nicht.</translation>
    </message>
    <message>
        <source>Write the name as \\.\pipe\name, and check which call returned the code.</source>
        <translation>Den Namen als \\.\pipe\name schreiben und nachsehen, welcher Aufruf den Code wirklich gab.</translation>
    </message>
    <message>
        <source>The full pipe name exceeds 256 characters.</source>
        <translation>Der ganze Name einer Pipe hat mehr als 256 Zeichen.</translation>
    </message>
    <message>
        <source>Shorten it; \\.\pipe\ counts too.</source>
        <translation>Ihn kürzen; \\.\pipe\ zählt mit.</translation>
    </message>
    <message>
        <source>The pipe has reached the nMaxInstances of its first instance, connected and listening instances together.</source>
        <translation>Es sind so viele Clients und lauschende Instanzen da, wie nMaxInstances der ersten Instanz erlaubt.</translation>
    </message>
    <message>
        <source>Raise the limit of the first instance, or wait until a client disconnects.</source>
        <translation>Die Grenze dort anheben, wo die erste Instanz gemacht wird, oder warten, bis ein Client geht.</translation>
    </message>
    <message>
        <source>Another program has created instances of the same pipe.</source>
        <translation>Ein anderes Programm hat Instanzen derselben Pipe angelegt.</translation>
    </message>
    <message>
        <source>Only one attempt was made, and no instance was free.</source>
        <translation>Es wurde nur einmal versucht, und in diesem Augenblick war keine Instanz frei.</translation>
    </message>
    <message>
        <source>Wait with WaitNamedPipe and try again, or allow some time to connect.</source>
        <translation>Mit WaitNamedPipe warten und es wieder versuchen, oder Zeit zum Verbinden geben.</translation>
    </message>
    <message>
        <source>All instances have a client: the server allows no more.</source>
        <translation>Alle Instanzen haben einen Client: mehr lässt der Server nicht gleichzeitig zu.</translation>
    </message>
    <message>
        <source>The server serves one client and creates no further instance meanwhile.</source>
        <translation>Der Server bedient einen Client und macht währenddessen keine weitere Instanz.</translation>
    </message>
    <message>
        <source>In the server, create the next instance as soon as a client has connected.</source>
        <translation>Im Server die nächste Instanz anlegen, sobald ein Client verbunden ist.</translation>
    </message>
    <message>
        <source>The server called DisconnectNamedPipe but not yet ConnectNamedPipe, so its instance accepts no client.</source>
        <translation>Der Server hat DisconnectNamedPipe aufgerufen, aber noch nicht ConnectNamedPipe, sodass seine Instanz niemanden annimmt.</translation>
    </message>
    <message>
        <source>In the server, call ConnectNamedPipe right after DisconnectNamedPipe.</source>
        <translation>Im Server gleich nach DisconnectNamedPipe ConnectNamedPipe aufrufen.</translation>
    </message>
    <message>
        <source>Another client took the instance between WaitNamedPipe and CreateFile.</source>
        <translation>Ein anderer Client hat die Instanz zwischen WaitNamedPipe und CreateFile genommen.</translation>
    </message>
    <message>
        <source>Call both in a loop until the timeout.</source>
        <translation>Beide in einer Schleife aufrufen, bis die Zeit um ist.</translation>
    </message>
    <message>
        <source>An earlier message from the server has not been read.</source>
        <translation>Eine frühere Nachricht des Servers wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Read everything before the next transaction.</source>
        <translation>Vor der nächsten Transaktion alles lesen.</translation>
    </message>
    <message>
        <source>The call is not valid for this end of the pipe, or for this kind of object.</source>
        <translation>Der Aufruf passt nicht zu diesem Ende der Pipe oder zu dieser Art von Objekt.</translation>
    </message>
    <message>
        <source>No pipe of that name exists.</source>
        <translation>Eine Pipe dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>The name does not exist.</source>
        <translation>Den Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>The path of the name does not exist.</source>
        <translation>Den Weg zu diesem Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>This process has reached its handle limit.</source>
        <translation>Dieser Prozess hat sein Limit an Handles erreicht.</translation>
    </message>
    <message>
        <source>The system denied this process the creation of an instance of the pipe.</source>
        <translation>Das System ließ diesen Prozess keine Instanz der Pipe anlegen.</translation>
    </message>
    <message>
        <source>The pipe exists, but the system denied this process the requested access.</source>
        <translation>Die Pipe existiert, aber das System hat diesem Prozess den angeforderten Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The handle was opened without the right that the call requires.</source>
        <translation>Dieses Handle wurde nicht mit dem Recht geöffnet, das der Aufruf braucht.</translation>
    </message>
    <message>
        <source>The system denied access.</source>
        <translation>Das System hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The handle is not open, or is of the wrong kind for the call.</source>
        <translation>Das Handle ist nicht offen oder nicht von einer Art, die der Aufruf nimmt.</translation>
    </message>
    <message>
        <source>Out of memory.</source>
        <translation>Kein Speicher mehr.</translation>
    </message>
    <message>
        <source>Another program has it open without sharing it.</source>
        <translation>Ein anderes Programm hat es geöffnet und teilt es mit niemandem.</translation>
    </message>
    <message>
        <source>The peer&apos;s system does not support this request.</source>
        <translation>Das System der Gegenstelle unterstützt diese Anfrage nicht.</translation>
    </message>
    <message>
        <source>The computer in the name was not found on the network.</source>
        <translation>Der Computer in dem Namen wurde im Netz nicht gefunden.</translation>
    </message>
    <message>
        <source>The network connection to the other computer broke.</source>
        <translation>Die Netzverbindung zu dem anderen Computer ist abgebrochen.</translation>
    </message>
    <message>
        <source>The network refused access.</source>
        <translation>Das Netz hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The network name does not lead to a pipe.</source>
        <translation>Der Netzname führt zu keiner Pipe.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Kennwort ist falsch.</translation>
    </message>
    <message>
        <source>The pipe does not accept the requested state.</source>
        <translation>Die Pipe nimmt den verlangten Zustand nicht an.</translation>
    </message>
    <message>
        <source>An argument is not valid.</source>
        <translation>Ein Argument ist nicht gültig.</translation>
    </message>
    <message>
        <source>No instance of the pipe became free in time.</source>
        <translation>In der gegebenen Zeit wurde keine Instanz der Pipe frei.</translation>
    </message>
    <message>
        <source>The buffer is too small for the result.</source>
        <translation>Der Puffer ist zu klein für die Antwort.</translation>
    </message>
    <message>
        <source>The name is not a valid pipe name.</source>
        <translation>Der Name ist kein gültiger Pipe-Name.</translation>
    </message>
    <message>
        <source>The path does not lead to a pipe.</source>
        <translation>Der Pfad führt nicht zu einer Pipe.</translation>
    </message>
    <message>
        <source>The name already exists.</source>
        <translation>Den Namen gibt es schon.</translation>
    </message>
    <message>
        <source>The system found no semaphore of that name.</source>
        <translation>Das System suchte einen Semaphor dieses Namens und fand keinen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The state, mode or direction of the pipe does not allow the call.</source>
        <translation>Die Pipe ist nicht in dem Zustand, dem Modus oder der Richtung, die der Aufruf braucht.</translation>
    </message>
    <message>
        <source>The pipe has reached the instance limit of its first instance.</source>
        <translation>Die Pipe hat so viele Instanzen, wie ihre erste Instanz erlaubt hat.</translation>
    </message>
    <message>
        <source>The pipe still holds unread data.</source>
        <translation>In der Pipe liegen noch ungelesene Daten.</translation>
    </message>
    <message>
        <source>The pipe exists, but all its instances are in use.</source>
        <translation>Die Pipe ist da, aber alle ihre Instanzen sind vergeben.</translation>
    </message>
    <message>
        <source>A client connected and disconnected before the server accepted it.</source>
        <translation>Ein Client hat sich verbunden und ist gegangen, bevor der Server ihn angenommen hatte.</translation>
    </message>
    <message>
        <source>The pipe is empty, and the handle is non-blocking.</source>
        <translation>Die Pipe ist leer, und das Handle wartet nicht.</translation>
    </message>
    <message>
        <source>The pipe is being closed, or holds nothing to read.</source>
        <translation>Die Pipe wird geschlossen, oder es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>The message is longer than the buffer: its first part was read, the rest was not.</source>
        <translation>Die Nachricht ist länger als der Puffer: der erste Teil ist gelesen, der Rest nicht.</translation>
    </message>
    <message>
        <source>More data is available than fits in the buffer.</source>
        <translation>Es ist mehr da, als der Puffer fasst.</translation>
    </message>
    <message>
        <source>The wait timed out.</source>
        <translation>Zeitüberschreitung beim Warten.</translation>
    </message>
    <message>
        <source>A client is already connected: this is a success.</source>
        <translation>Ein Client ist schon verbunden: das ist ein Erfolg.</translation>
    </message>
    <message>
        <source>The server is waiting for a client; none has connected yet.</source>
        <translation>Das Ende des Servers wartet auf einen Client; noch ist keiner verbunden.</translation>
    </message>
    <message>
        <source>The handle was closed while the call was waiting.</source>
        <translation>Das Handle wurde geschlossen, während der Aufruf wartete.</translation>
    </message>
    <message>
        <source>The overlapped operation is not complete yet.</source>
        <translation>Die überlappende Operation ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>The operation has started and will complete later: this is not a failure.</source>
        <translation>Die Operation hat begonnen und wird später fertig: das ist kein Fehler.</translation>
    </message>
    <message>
        <source>The server&apos;s computer has no memory for the request.</source>
        <translation>Der Computer des Servers hat keinen Speicher für die Anfrage.</translation>
    </message>
    <message>
        <source>Nothing to cancel.</source>
        <translation>Es gab nichts abzubrechen.</translation>
    </message>
    <message>
        <source>The requested item was not found.</source>
        <translation>Das Verlangte wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The network of the other computer cannot be reached.</source>
        <translation>Das Netz des anderen Computers ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The other computer cannot be reached.</source>
        <translation>Der andere Computer ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>This process may not set the owner given in the security descriptor.</source>
        <translation>Den Besitzer im Sicherheitsdeskriptor darf dieser Prozess nicht setzen.</translation>
    </message>
    <message>
        <source>The call requires a privilege that this process does not hold or has not enabled.</source>
        <translation>Der Aufruf braucht ein Privileg, das dieser Prozess nicht hat oder nicht eingeschaltet hat.</translation>
    </message>
    <message>
        <source>The other computer did not accept the user name and the password.</source>
        <translation>Der andere Computer hat Benutzername und Kennwort nicht angenommen.</translation>
    </message>
    <message>
        <source>No account has this name or SID.</source>
        <translation>Zu diesem Namen oder dieser SID gibt es kein Konto.</translation>
    </message>
    <message>
        <source>The security descriptor is not valid.</source>
        <translation>Der Sicherheitsdeskriptor ist nicht gültig.</translation>
    </message>
    <message>
        <source>The token allows less than the call needs: its impersonation level is too low.</source>
        <translation>Das Token erlaubt weniger, als der Aufruf braucht: seine Identitätswechselstufe ist zu niedrig.</translation>
    </message>
    <message>
        <source>The client is anonymous and has no token.</source>
        <translation>Der Client ist anonym: es gibt kein Token zu öffnen.</translation>
    </message>
    <message>
        <source>A server can impersonate a client only after it has read from the pipe.</source>
        <translation>Ein Server kann die Identität eines Clients erst annehmen, wenn er aus der Pipe gelesen hat.</translation>
    </message>
    <message>
        <source>The system has no resources left for this request.</source>
        <translation>Das System hat für diese Anfrage keine Mittel mehr.</translation>
    </message>
    <message>
        <source>The RPC runtime got invalid data.</source>
        <translation>Die RPC-Laufzeit konnte mit den Daten, die sie bekam, nichts anfangen.</translation>
    </message>
    <message>
        <source>The system does not accept a buffer of this size or kind.</source>
        <translation>Das System nimmt keinen Puffer dieser Größe oder Art.</translation>
    </message>
    <message>
        <source>The process may not lock as much memory as the operation needs.</source>
        <translation>Der Prozess darf nicht so viel Speicher festhalten, wie die Operation braucht.</translation>
    </message>
    <message>
        <source>Handles are opened and never closed.</source>
        <translation>Handles werden geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>Look for handles that are not closed when a connection ends.</source>
        <translation>Handles suchen, die am Ende einer Verbindung nicht geschlossen werden.</translation>
    </message>
    <message>
        <source>The buffer sizes of the pipe exceed the system&apos;s pool.</source>
        <translation>Die Puffer der Pipe sind größer, als der Pool des Systems hergibt.</translation>
    </message>
    <message>
        <source>Use smaller buffers; 64 KiB is enough, and larger messages still fit.</source>
        <translation>Kleinere Puffer verlangen; 64 KiB sind reichlich, und größere Nachrichten passen trotzdem.</translation>
    </message>
    <message>
        <source>Too many asynchronous operations are outstanding.</source>
        <translation>Zu viele asynchrone Operationen stehen aus.</translation>
    </message>
    <message>
        <source>Start fewer at a time.</source>
        <translation>Weniger auf einmal beginnen.</translation>
    </message>
    <message>
        <source>Close programs, or find what uses so much memory.</source>
        <translation>Programme schließen oder suchen, was so viel Speicher benutzt.</translation>
    </message>
    <message>
        <source>Another program has the file open.</source>
        <translation>Ein anderes Programm hat die Datei geöffnet.</translation>
    </message>
    <message>
        <source>Close it there.</source>
        <translation>Sie dort schließen.</translation>
    </message>
    <message>
        <source>The other computer is not Windows, or is too old for this request.</source>
        <translation>Der andere Computer ist kein Windows oder zu alt für diese Anfrage.</translation>
    </message>
    <message>
        <source>Check what the server&apos;s system supports.</source>
        <translation>Prüfen, was das System des Servers unterstützt.</translation>
    </message>
    <message>
        <source>Check that it runs and can be reached by that name.</source>
        <translation>Prüfen, ob er läuft und unter diesem Namen erreichbar ist.</translation>
    </message>
    <message>
        <source>The computer&apos;s name is wrong, or the computer is off.</source>
        <translation>Der Name des Computers ist falsch, oder der Computer ist aus.</translation>
    </message>
    <message>
        <source>Check the name; for this computer write \\.\pipe\name.</source>
        <translation>Den Namen prüfen; für diesen Computer \\.\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>A firewall blocks file sharing (port 445), or the Server service is stopped there.</source>
        <translation>Eine Firewall lässt die Dateifreigabe (Port 445) nicht durch, oder der Serverdienst ist dort angehalten.</translation>
    </message>
    <message>
        <source>Allow file sharing on both computers; named pipes travel over it.</source>
        <translation>Auf beiden Computern die Dateifreigabe erlauben; Named Pipes gehen über sie.</translation>
    </message>
    <message>
        <source>The other computer was shut down, or the network was interrupted.</source>
        <translation>Der andere Computer wurde heruntergefahren, oder das Netz war unterbrochen.</translation>
    </message>
    <message>
        <source>Check the network, then connect again.</source>
        <translation>Das Netz prüfen, dann neu verbinden.</translation>
    </message>
    <message>
        <source>The server&apos;s computer ended the session, for example after a long time without traffic.</source>
        <translation>Der Computer des Servers hat die Sitzung beendet, zum Beispiel nach langer Zeit ohne Verkehr.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Neu verbinden.</translation>
    </message>
    <message>
        <source>Check the user there, and its policy for access from the network.</source>
        <translation>Den Benutzer dort prüfen, und die Richtlinie für Zugriff über das Netz.</translation>
    </message>
    <message>
        <source>The part after the computer is not pipe.</source>
        <translation>Der Teil nach dem Computer ist nicht pipe.</translation>
    </message>
    <message>
        <source>Write \\server\pipe\name.</source>
        <translation>\\server\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>The password stored for the other computer is an old one.</source>
        <translation>Das gespeicherte Kennwort für den anderen Computer ist veraltet.</translation>
    </message>
    <message>
        <source>Check the stored credentials for that computer.</source>
        <translation>Die gespeicherten Anmeldedaten für jenen Computer prüfen.</translation>
    </message>
    <message>
        <source>The program did not ask for the size first.</source>
        <translation>Das Programm hat nicht zuerst nach der Größe gefragt.</translation>
    </message>
    <message>
        <source>Call once for the size, then with a buffer that large.</source>
        <translation>Einmal nach der Größe fragen, dann mit einem so großen Puffer aufrufen.</translation>
    </message>
    <message>
        <source>The client connected from this computer.</source>
        <translation>Der Client hat sich von diesem Computer aus verbunden.</translation>
    </message>
    <message>
        <source>Check cable, wireless, VPN and the address.</source>
        <translation>Kabel, WLAN, VPN und die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The other computer is off, or a firewall drops what is sent to it.</source>
        <translation>Der andere Computer ist aus, oder eine Firewall verwirft, was ihm gesendet wird.</translation>
    </message>
    <message>
        <source>Check that it runs and can be reached.</source>
        <translation>Prüfen, ob er läuft und erreichbar ist.</translation>
    </message>
    <message>
        <source>The descriptor has a SACL or a high integrity label, which needs SeSecurityPrivilege or a token of that level.</source>
        <translation>Der Deskriptor hat eine SACL oder ein Label hoher Integrität; das braucht SeSecurityPrivilege oder ein Token dieser Stufe.</translation>
    </message>
    <message>
        <source>Remove the SACL, or run as administrator and enable the privilege.</source>
        <translation>Die SACL weglassen, oder als Administrator laufen und das Privileg einschalten.</translation>
    </message>
    <message>
        <source>The privilege is missing or not enabled.</source>
        <translation>Das Privileg ist nicht da, oder da und nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Run the program as administrator, and enable the privilege with AdjustTokenPrivileges.</source>
        <translation>Das Programm als Administrator ausführen und das Privileg mit AdjustTokenPrivileges einschalten.</translation>
    </message>
    <message>
        <source>A process may set as owner only its own user, or a group such as Administrators that its token marks as a possible owner.</source>
        <translation>Ein Prozess darf nur seinen eigenen Benutzer zum Besitzer machen, oder eine Gruppe wie Administratoren, die nach seinem Token Besitzer sein darf.</translation>
    </message>
    <message>
        <source>Set one of these as owner, omit the owner, or enable SeRestorePrivilege.</source>
        <translation>Einen von diesen als Besitzer nennen, den Besitzer weglassen oder SeRestorePrivilege einschalten.</translation>
    </message>
    <message>
        <source>User name or password is wrong for that computer.</source>
        <translation>Benutzername oder Kennwort ist für jenen Computer falsch.</translation>
    </message>
    <message>
        <source>Check the stored credentials, and the user as DOMAIN\name.</source>
        <translation>Die gespeicherten Anmeldedaten prüfen, und den Benutzer als DOMÄNE\Name.</translation>
    </message>
    <message>
        <source>The user exists on this computer but not on the other one.</source>
        <translation>Den Benutzer gibt es auf diesem Computer, aber nicht auf dem anderen.</translation>
    </message>
    <message>
        <source>Use a domain account, or create the same user with the same password there.</source>
        <translation>Ein Domänenkonto benutzen, oder dort denselben Benutzer mit demselben Kennwort anlegen.</translation>
    </message>
    <message>
        <source>Write it as DOMAIN\name, or choose it from the known accounts.</source>
        <translation>Ihn als DOMÄNE\Name schreiben oder aus den bekannten Konten wählen.</translation>
    </message>
    <message>
        <source>The account was deleted, and only its SID is left.</source>
        <translation>Das Konto wurde gelöscht, und nur seine SID ist geblieben.</translation>
    </message>
    <message>
        <source>Remove the entry, or show the SID as it is.</source>
        <translation>Den Eintrag entfernen oder die SID zeigen, wie sie ist.</translation>
    </message>
    <message>
        <source>The descriptor is truncated or malformed.</source>
        <translation>Ein Teil des Deskriptors ist abgeschnitten oder falsch gebaut.</translation>
    </message>
    <message>
        <source>Build it from SDDL, which is checked as a whole.</source>
        <translation>Ihn aus SDDL bauen, das als Ganzes geprüft wird.</translation>
    </message>
    <message>
        <source>The thread impersonates a client that allows identification only, and tries to open something as that client.</source>
        <translation>Der Thread hat die Identität eines Clients, der nur Identifizierung erlaubt, und versucht, als dieser Client etwas zu öffnen.</translation>
    </message>
    <message>
        <source>Call RevertToSelf first, or let the client connect with SECURITY_IMPERSONATION.</source>
        <translation>Zuerst RevertToSelf aufrufen, oder den Client mit SECURITY_IMPERSONATION verbinden lassen.</translation>
    </message>
    <message>
        <source>The client connected with SECURITY_IDENTIFICATION or SECURITY_ANONYMOUS.</source>
        <translation>Der Client hat sich mit SECURITY_IDENTIFICATION oder SECURITY_ANONYMOUS verbunden.</translation>
    </message>
    <message>
        <source>Let the client connect with SECURITY_IMPERSONATION if the server is trusted.</source>
        <translation>Den Client mit SECURITY_IMPERSONATION verbinden lassen, wenn dem Server zu trauen ist.</translation>
    </message>
    <message>
        <source>The client connected with SECURITY_ANONYMOUS, or without logging on.</source>
        <translation>Der Client hat sich mit SECURITY_ANONYMOUS oder ohne Anmeldung verbunden.</translation>
    </message>
    <message>
        <source>Let the client connect with at least SECURITY_IDENTIFICATION.</source>
        <translation>Den Client mindestens mit SECURITY_IDENTIFICATION verbinden lassen.</translation>
    </message>
    <message>
        <source>The server has not read anything from this client yet.</source>
        <translation>Der Server hat von diesem Client noch nichts gelesen.</translation>
    </message>
    <message>
        <source>Read a message first, then impersonate.</source>
        <translation>Zuerst eine Nachricht lesen, dann die Identität annehmen.</translation>
    </message>
    <message>
        <source>Send in smaller pieces.</source>
        <translation>In kleineren Stücken senden.</translation>
    </message>
    <message>
        <source>Too many operations are outstanding, or they are very large.</source>
        <translation>Zu viele Operationen stehen aus, oder sie sind sehr groß.</translation>
    </message>
    <message>
        <source>Start fewer at a time, and send in smaller pieces.</source>
        <translation>Weniger auf einmal beginnen und in kleineren Stücken senden.</translation>
    </message>
    <message>
        <source>The system&apos;s pool is exhausted, often by a program that leaks handles.</source>
        <translation>Der Pool des Systems ist erschöpft, oft durch ein Programm, das Handles nicht zurückgibt.</translation>
    </message>
    <message>
        <source>Find the process with the most handles and end it.</source>
        <translation>Den Prozess mit den meisten Handles suchen und beenden.</translation>
    </message>
    <message>
        <source>The pipe carries RPC, and the two programs were built for different versions of the interface.</source>
        <translation>Die Pipe befördert RPC, und die beiden Programme wurden für verschiedene Fassungen der Schnittstelle gebaut.</translation>
    </message>
    <message>
        <source>Use the same version of both programs.</source>
        <translation>Beide Programme auf dieselbe Version bringen.</translation>
    </message>
    <message>
        <source>An argument of a call that goes through RPC is wrong or too large.</source>
        <translation>Ein Argument eines Aufrufs, der über RPC geht, ist falsch oder zu groß.</translation>
    </message>
    <message>
        <source>Check the arguments of that call; CreateNamedPipe, ReadFile and WriteFile themselves use no RPC.</source>
        <translation>Die Argumente dieses Aufrufs prüfen; CreateNamedPipe, ReadFile und WriteFile selbst benutzen kein RPC.</translation>
    </message>
    <message>
        <source>Too many asynchronous operations are outstanding, or one is too large.</source>
        <translation>Zu viele asynchrone Operationen stehen aus, oder eine ist zu groß.</translation>
    </message>
    <message>
        <source>Too many large operations are outstanding.</source>
        <translation>Zu viele große Operationen stehen aus.</translation>
    </message>
    <message>
        <source>Start fewer at a time, or raise the working set of the process.</source>
        <translation>Weniger auf einmal beginnen oder den Arbeitssatz des Prozesses vergrößern.</translation>
    </message>
    <message>
        <source>The handle was already closed, perhaps by another thread, and is still in use.</source>
        <translation>Das Handle wurde schon geschlossen, vielleicht von einem anderen Thread, und wird noch benutzt.</translation>
    </message>
    <message>
        <source>Find the CloseHandle call; close a handle once, when it is no longer in use.</source>
        <translation>Das CloseHandle suchen; ein Handle einmal schließen, wenn es nichts mehr benutzt.</translation>
    </message>
    <message>
        <source>An earlier call failed, and its INVALID_HANDLE_VALUE was used.</source>
        <translation>Ein früherer Aufruf ist fehlgeschlagen, und sein INVALID_HANDLE_VALUE wurde verwendet.</translation>
    </message>
    <message>
        <source>Check the result of CreateNamedPipe or CreateFile before using it.</source>
        <translation>Das Ergebnis von CreateNamedPipe oder CreateFile prüfen, bevor es benutzt wird.</translation>
    </message>
    <message>
        <source>The handle is not a named pipe handle, or it belongs to another process.</source>
        <translation>Das Handle ist keines einer Named Pipe, oder es gehört einem anderen Prozess.</translation>
    </message>
    <message>
        <source>Check which handle is passed; duplicate it to use it in another process.</source>
        <translation>Prüfen, welches Handle übergeben wird; für einen anderen Prozess duplizieren.</translation>
    </message>
    <message>
        <source>This is the normal end of a connection; connect again if needed.</source>
        <translation>So endet eine Verbindung normalerweise; bei Bedarf neu verbinden.</translation>
    </message>
    <message>
        <source>Check its log, and whether its last message was complete.</source>
        <translation>Sein Protokoll prüfen, und ob seine letzte Nachricht vollständig war.</translation>
    </message>
    <message>
        <source>The other program closed its end before it had read or answered.</source>
        <translation>Das andere Programm hat sein Ende geschlossen, bevor es gelesen oder geantwortet hatte.</translation>
    </message>
    <message>
        <source>Check why it closed; the data sent last may not have been read.</source>
        <translation>Nachsehen, warum es geschlossen hat; das zuletzt Gesendete wurde vielleicht nicht gelesen.</translation>
    </message>
    <message>
        <source>Close this end too, and connect again if needed.</source>
        <translation>Auch dieses Ende schließen und bei Bedarf neu verbinden.</translation>
    </message>
    <message>
        <source>The pipe has byte type, or this end reads it as bytes: transactions require messages.</source>
        <translation>Die Pipe ist vom Bytetyp, oder dieses Ende liest sie als Bytes: Transaktionen brauchen Nachrichten.</translation>
    </message>
    <message>
        <source>Create the pipe with message type and set PIPE_READMODE_MESSAGE on the client&apos;s handle.</source>
        <translation>Der Pipe den Nachrichtentyp geben und am Handle des Clients PIPE_READMODE_MESSAGE setzen.</translation>
    </message>
    <message>
        <source>The pipe is one-way; a transaction requires both directions.</source>
        <translation>Die Pipe geht nur in eine Richtung, und eine Transaktion braucht beide.</translation>
    </message>
    <message>
        <source>Create the pipe as duplex (PIPE_ACCESS_DUPLEX).</source>
        <translation>Die Pipe duplex machen (PIPE_ACCESS_DUPLEX).</translation>
    </message>
    <message>
        <source>The pipe is in the wrong state for the call, for example not connected.</source>
        <translation>Die Pipe ist in einem anderen Zustand, als der Aufruf braucht, zum Beispiel nicht verbunden.</translation>
    </message>
    <message>
        <source>Check the order of the calls: create, connect, read and write, disconnect.</source>
        <translation>Die Reihenfolge der Aufrufe prüfen: anlegen, verbinden, lesen und schreiben, trennen.</translation>
    </message>
    <message>
        <source>The pipe allows only the opposite direction.</source>
        <translation>Die Pipe geht nur in die andere Richtung.</translation>
    </message>
    <message>
        <source>Check whether it is inbound, outbound or duplex.</source>
        <translation>Prüfen, ob sie eingehend, ausgehend oder duplex ist.</translation>
    </message>
    <message>
        <source>A client opened and closed the pipe before ConnectNamedPipe was called; some programs do this to check whether the pipe exists.</source>
        <translation>Ein Client hat die Pipe geöffnet und wieder geschlossen, bevor ConnectNamedPipe aufgerufen wurde; manche Programme sehen so nach, ob die Pipe da ist.</translation>
    </message>
    <message>
        <source>Call DisconnectNamedPipe, then ConnectNamedPipe again; for the server this is not a failure.</source>
        <translation>DisconnectNamedPipe aufrufen, dann wieder ConnectNamedPipe; im Server ist das kein Fehler.</translation>
    </message>
    <message>
        <source>The instance was used before and not disconnected.</source>
        <translation>Die Instanz wurde schon benutzt und nicht getrennt.</translation>
    </message>
    <message>
        <source>Call DisconnectNamedPipe before the next ConnectNamedPipe.</source>
        <translation>Vor dem nächsten ConnectNamedPipe DisconnectNamedPipe aufrufen.</translation>
    </message>
    <message>
        <source>The other program closed its end or has ended.</source>
        <translation>Das andere Programm hat sein Ende geschlossen oder wurde beendet.</translation>
    </message>
    <message>
        <source>Read the remaining data, then close this end.</source>
        <translation>Die restlichen Daten lesen, dann dieses Ende schließen.</translation>
    </message>
    <message>
        <source>The handle is set to PIPE_NOWAIT, and no data has been sent yet.</source>
        <translation>Das Handle steht auf PIPE_NOWAIT, und es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Use PIPE_WAIT with overlapped I/O; PIPE_NOWAIT exists only for legacy programs.</source>
        <translation>PIPE_WAIT mit überlappender Ein- und Ausgabe benutzen; PIPE_NOWAIT gibt es nur noch für sehr alte Programme.</translation>
    </message>
    <message>
        <source>The server called DisconnectNamedPipe: the connection has ended, and data the client had not read is lost.</source>
        <translation>Der Server hat DisconnectNamedPipe aufgerufen: er hat das Gespräch beendet, und was der Client nicht gelesen hatte, ist verloren.</translation>
    </message>
    <message>
        <source>Let the server call FlushFileBuffers before DisconnectNamedPipe, or only close its handle; then connect again.</source>
        <translation>Im Server vor DisconnectNamedPipe FlushFileBuffers aufrufen oder nur das Handle schließen; dann neu verbinden.</translation>
    </message>
    <message>
        <source>The server accepted the connection and ended it immediately, before the client could use it.</source>
        <translation>Der Server hat die Verbindung angenommen und gleich beendet, bevor der Client sie benutzen konnte.</translation>
    </message>
    <message>
        <source>The instance is already disconnected, or never had a client.</source>
        <translation>Die Instanz ist schon getrennt oder hatte nie einen Client.</translation>
    </message>
    <message>
        <source>No action needed: continue with ConnectNamedPipe.</source>
        <translation>Nichts zu tun: mit ConnectNamedPipe weitermachen.</translation>
    </message>
    <message>
        <source>The client has disconnected.</source>
        <translation>Der Client ist gegangen.</translation>
    </message>
    <message>
        <source>The instance has no client.</source>
        <translation>Die Instanz hat keinen Client.</translation>
    </message>
    <message>
        <source>Wait for one with ConnectNamedPipe.</source>
        <translation>Mit ConnectNamedPipe auf einen warten.</translation>
    </message>
    <message>
        <source>Read again until the call succeeds: all parts together form the message.</source>
        <translation>Weiter lesen, bis der Aufruf gelingt: alle Teile zusammen sind die eine Nachricht.</translation>
    </message>
    <message>
        <source>The programs disagree on the maximum message size, or one of them sends a stream.</source>
        <translation>Die beiden Programme sind sich nicht einig, wie lang eine Nachricht sein darf, oder eines sendet einen Strom.</translation>
    </message>
    <message>
        <source>Enlarge the buffer, or use PeekNamedPipe to get the size of the rest of the message.</source>
        <translation>Den Puffer vergrößern, oder mit PeekNamedPipe erfahren, wie viel von der Nachricht noch da ist.</translation>
    </message>
    <message>
        <source>The reply is longer than the buffer, and CallNamedPipe closes the pipe: the rest is lost.</source>
        <translation>Die Antwort ist länger als der Puffer, und CallNamedPipe schließt die Pipe: der Rest ist verloren.</translation>
    </message>
    <message>
        <source>Provide a buffer for the longest reply, or use TransactNamedPipe and read the rest.</source>
        <translation>Einen Puffer für die längste Antwort geben, oder TransactNamedPipe benutzen und den Rest lesen.</translation>
    </message>
    <message>
        <source>The reply is longer than the buffer.</source>
        <translation>Die Antwort ist länger als der Puffer.</translation>
    </message>
    <message>
        <source>Read the rest with ReadFile.</source>
        <translation>Den Rest mit ReadFile lesen.</translation>
    </message>
    <message>
        <source>The buffer is smaller than the available data.</source>
        <translation>Der Puffer ist kleiner als das, was zu lesen ist.</translation>
    </message>
    <message>
        <source>Read again until the call succeeds.</source>
        <translation>Weiter lesen, bis der Aufruf gelingt.</translation>
    </message>
    <message>
        <source>Check the other program, or wait longer; cancel with CancelIoEx before you release the buffer.</source>
        <translation>Nachsehen, was das andere Programm tut, oder länger warten; mit CancelIoEx abbrechen, bevor der Puffer zurückgegeben wird.</translation>
    </message>
    <message>
        <source>No operation of this completion port completed in that time.</source>
        <translation>In dieser Zeit wurde keine Operation dieses Completion Ports fertig.</translation>
    </message>
    <message>
        <source>The awaited event has not occurred yet.</source>
        <translation>Worauf gewartet wird, ist noch nicht geschehen.</translation>
    </message>
    <message>
        <source>Wait longer, or find out why it does not occur.</source>
        <translation>Länger warten oder herausfinden, warum es nicht geschieht.</translation>
    </message>
    <message>
        <source>The client opened the pipe between CreateNamedPipe and ConnectNamedPipe.</source>
        <translation>Der Client hat die Pipe zwischen CreateNamedPipe und ConnectNamedPipe geöffnet.</translation>
    </message>
    <message>
        <source>Continue as after a success: read and write. A completion port receives no packet for this call.</source>
        <translation>Weitermachen wie nach einem Erfolg: lesen und schreiben. Mit einem Completion Port kommt für diesen Aufruf kein Paket.</translation>
    </message>
    <message>
        <source>The server&apos;s end has a client.</source>
        <translation>Das Ende des Servers hat einen Client.</translation>
    </message>
    <message>
        <source>Continue as after a success.</source>
        <translation>Weitermachen wie nach einem Erfolg.</translation>
    </message>
    <message>
        <source>The server reads or writes before a client has connected.</source>
        <translation>Der Server liest oder schreibt, bevor ein Client verbunden ist.</translation>
    </message>
    <message>
        <source>Wait until ConnectNamedPipe completes; with overlapped I/O, until its event or packet arrives.</source>
        <translation>Warten, bis ConnectNamedPipe fertig ist; bei überlappender Ein- und Ausgabe, bis sein Ereignis oder Paket gekommen ist.</translation>
    </message>
    <message>
        <source>The handle is set to PIPE_NOWAIT, where ConnectNamedPipe does not wait.</source>
        <translation>Das Handle steht auf PIPE_NOWAIT, und dann wartet ConnectNamedPipe nicht.</translation>
    </message>
    <message>
        <source>Use PIPE_WAIT with overlapped I/O, or repeat the call until it returns 535.</source>
        <translation>PIPE_WAIT mit überlappender Ein- und Ausgabe benutzen, oder wieder fragen, bis 535 kommt.</translation>
    </message>
    <message>
        <source>No client has connected yet.</source>
        <translation>Noch hat sich kein Client verbunden.</translation>
    </message>
    <message>
        <source>Wait until ConnectNamedPipe completes.</source>
        <translation>Warten, bis ConnectNamedPipe fertig ist.</translation>
    </message>
    <message>
        <source>The program closed the handle, perhaps intentionally, while the call was outstanding.</source>
        <translation>Das Programm hat das Handle geschlossen, vielleicht mit Absicht, während der Aufruf noch ausstand.</translation>
    </message>
    <message>
        <source>Cancel with CancelIoEx and wait for the completion before CloseHandle.</source>
        <translation>Mit CancelIoEx abbrechen und vor CloseHandle auf den Abschluss warten.</translation>
    </message>
    <message>
        <source>The program cancelled it with CancelIoEx, CancelIo or CancelSynchronousIo.</source>
        <translation>Das Programm hat es mit CancelIoEx, CancelIo oder CancelSynchronousIo abgebrochen.</translation>
    </message>
    <message>
        <source>The thread that started the operation has ended, which cancels its operations without a completion port.</source>
        <translation>Der Thread, der die Operation begonnen hat, ist beendet; das bricht ab, was er ohne Completion Port begonnen hat.</translation>
    </message>
    <message>
        <source>Start operations on a thread that lives long enough, or use a completion port.</source>
        <translation>Operationen auf einem Thread beginnen, der lange genug lebt, oder einen Completion Port benutzen.</translation>
    </message>
    <message>
        <source>GetOverlappedResult was called with bWait FALSE, and the operation is still running.</source>
        <translation>GetOverlappedResult sollte nicht warten (bWait ist FALSE), und die Operation läuft noch.</translation>
    </message>
    <message>
        <source>Wait for the event or the completion packet, then ask again.</source>
        <translation>Auf das Ereignis oder das Paket warten, dann wieder fragen.</translation>
    </message>
    <message>
        <source>No data has been sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Wait for the event or the completion packet, and keep the buffer and the OVERLAPPED until then.</source>
        <translation>Auf das Ereignis oder das Paket warten und so lange Puffer und OVERLAPPED behalten.</translation>
    </message>
    <message>
        <source>Wait for the event or the completion packet, and keep the OVERLAPPED until then.</source>
        <translation>Auf das Ereignis oder das Paket warten und so lange das OVERLAPPED behalten.</translation>
    </message>
    <message>
        <source>The handle is overlapped, so the call returned before the work was done.</source>
        <translation>Das Handle ist überlappend, daher kam der Aufruf zurück, bevor die Arbeit getan war.</translation>
    </message>
    <message>
        <source>The buffer was freed, is read-only, or its length is wrong.</source>
        <translation>Der Puffer wurde freigegeben, ist nur lesbar, oder seine Länge ist falsch.</translation>
    </message>
    <message>
        <source>Keep the buffer until the operation is complete, and check its length.</source>
        <translation>Den Puffer behalten, bis die Operation fertig ist, und seine Länge prüfen.</translation>
    </message>
    <message>
        <source>The operation completed before it was cancelled.</source>
        <translation>Die Operation war fertig, bevor der Abbruch kam.</translation>
    </message>
    <message>
        <source>No action needed: its completion reports the result.</source>
        <translation>Nichts zu tun: ihr Abschluss sagt, wie sie endete.</translation>
    </message>
    <message>
        <source>The OVERLAPPED is not the one the operation was started with.</source>
        <translation>Das OVERLAPPED ist nicht das, mit dem die Operation begonnen wurde.</translation>
    </message>
    <message>
        <source>Pass the same OVERLAPPED and the same handle.</source>
        <translation>Dasselbe OVERLAPPED und dasselbe Handle übergeben.</translation>
    </message>
    <message>
        <source>It no longer exists, or never existed.</source>
        <translation>Es ist nicht mehr da oder war es nie.</translation>
    </message>
    <message>
        <source>Check the name or the number that is asked for.</source>
        <translation>Den Namen oder die Nummer prüfen, nach der gefragt wird.</translation>
    </message>
    <message>
        <source>The server does not accept clients fast enough, or is stopped; the socket is non-blocking, or SO_SNDTIMEO has expired.</source>
        <translation>Der Server nimmt Clients nicht schnell genug an oder ist angehalten; der Socket ist nicht blockierend, oder SO_SNDTIMEO ist abgelaufen.</translation>
    </message>
    <message>
        <source>The user has no write or search permission on the folder.</source>
        <translation>Der Benutzer darf in den Ordner nicht schreiben oder ihn nicht betreten.</translation>
    </message>
    <message>
        <source>The call waits only for a busy pipe: if no instance exists, or the last one closes, it returns regardless of the timeout.</source>
        <translation>Gewartet wird auf eine Pipe, die belegt ist: Gibt es keine Instanz oder wird die letzte inzwischen geschlossen, kehrt der Aufruf zurück, gleich welche Frist gilt.</translation>
    </message>
    <message>
        <source>The pipe exists with another direction, type, instance limit or default timeout than this call requests.</source>
        <translation>Die Pipe existiert mit einer anderen Richtung, Art, Instanzenzahl oder Standardfrist, als dieser Aufruf verlangt.</translation>
    </message>
    <message>
        <source>Use the same access, type, nMaxInstances and nDefaultTimeOut for all instances of one pipe.</source>
        <translation>Für alle Instanzen einer Pipe denselben Zugriff, dieselbe Art, dasselbe nMaxInstances und nDefaultTimeOut angeben.</translation>
    </message>
    <message>
        <source>Stop the other server, or use another name. The limit is checked before FILE_FLAG_FIRST_PIPE_INSTANCE.</source>
        <translation>Den anderen Server beenden oder einen anderen Namen nehmen. Die Grenze wird vor FILE_FLAG_FIRST_PIPE_INSTANCE geprüft.</translation>
    </message>
    <message>
        <source>The computer in the name cannot be reached.</source>
        <translation>Der Computer in dem Namen ist im Moment nicht erreichbar.</translation>
    </message>
    <message>
        <source>The other computer is off or too busy, or its network name is wrong.</source>
        <translation>Der andere Computer ist aus oder überlastet, oder sein Netzwerkname ist falsch.</translation>
    </message>
    <message>
        <source>The server lacks SeImpersonatePrivilege and runs as another user than the client, so Windows granted it identification only.</source>
        <translation>Dem Server fehlt SeImpersonatePrivilege, und er läuft unter einem anderen Benutzer als der Client, sodass Windows ihm nur die Identifikation gab.</translation>
    </message>
    <message>
        <source>Run the server as a service, as administrator, or as the client&apos;s user.</source>
        <translation>Den Server als Dienst, als Administrator oder als Benutzer des Clients ausführen.</translation>
    </message>
    <message>
        <source>One write is very large: over the network, Windows XP and Server 2003 take 32 to 64 MB at once.</source>
        <translation>Ein Schreibvorgang ist sehr groß: Über das Netzwerk nehmen Windows XP und Server 2003 32 bis 64 MB auf einmal.</translation>
    </message>
    <message>
        <source>The instance was not disconnected from its last client, which is still connected.</source>
        <translation>Die Instanz wurde nicht von ihrem letzten Client getrennt, der noch da ist.</translation>
    </message>
    <message>
        <source>Another file has this path.</source>
        <translation>Eine andere Datei hat diesen Pfad.</translation>
    </message>
    <message>
        <source>Choose another path, or move the file away.</source>
        <translation>Anderen Pfad wählen oder die Datei verschieben.</translation>
    </message>
    <message>
        <source>The socket belongs to another user, or its mode keeps this user out.</source>
        <translation>Der Socket gehört einem anderen Benutzer, oder sein Modus schließt diesen Benutzer aus.</translation>
    </message>
    <message>
        <source>Choose another path, or run as the owner of the socket.</source>
        <translation>Anderen Pfad wählen oder als Besitzer des Sockets starten.</translation>
    </message>
    <message>
        <source>PipeScope does not connect to sockets of the abstract namespace.</source>
        <translation>PipeScope verbindet sich nicht mit Sockets des abstrakten Namensraums.</translation>
    </message>
    <message>
        <source>Use the path of a socket file, if the server has one as well.</source>
        <translation>Den Pfad einer Socket-Datei verwenden, falls der Server auch eine hat.</translation>
    </message>
    <message>
        <source>The kernel&apos;s own limit for a SOCK_SEQPACKET message is about 4 MiB.</source>
        <translation>Die Grenze des Kernels für eine SOCK_SEQPACKET-Nachricht liegt bei etwa 4 MiB.</translation>
    </message>
    <message>
        <source>Send less at once, or use byte mode.</source>
        <translation>Weniger auf einmal senden oder den Byte-Modus verwenden.</translation>
    </message>
    <message>
        <source>The peer reads more slowly than this end sends.</source>
        <translation>Die Gegenstelle liest langsamer, als diese Seite sendet.</translation>
    </message>
    <message>
        <source>The peer has not sent anything, or the receive timeout (SO_RCVTIMEO) has expired.</source>
        <translation>Die Gegenstelle hat nichts gesendet, oder die Empfangstimeout (SO_RCVTIMEO) ist abgelaufen.</translation>
    </message>
    <message>
        <source>The memory of the computer, or the limit of this process or its container, is exhausted.</source>
        <translation>Der Speicher des Computers oder das Limit dieses Prozesses oder seines Containers ist erschöpft.</translation>
    </message>
    <message>
        <source>The peer is gone.</source>
        <translation>Die Gegenstelle ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The peer does not respond.</source>
        <translation>Die Gegenstelle antwortet nicht.</translation>
    </message>
    <message>
        <source>The peer closed the connection and accepts no more data.</source>
        <translation>Die Gegenstelle hat die Verbindung geschlossen und nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>The socket has no peer to send to.</source>
        <translation>Der Socket hat keine Gegenstelle, an die er senden könnte.</translation>
    </message>
    <message>
        <source>The peer closed without reading all data sent to it.</source>
        <translation>Die Gegenstelle hat geschlossen, ohne alles zu lesen, was ihr gesendet wurde.</translation>
    </message>
    <message>
        <source>Too much data is queued because the peer reads slowly.</source>
        <translation>Zu viele Daten warten, weil die Gegenstelle langsam liest.</translation>
    </message>
    <message>
        <source>The peer closed the pipe, or its program ended.</source>
        <translation>Die Gegenstelle hat die Pipe geschlossen, oder ihr Programm ist beendet.</translation>
    </message>
    <message>
        <source>A server of this name has ended, and a client has not closed its end: until it does, no new instance is the first.</source>
        <translation>Ein Server dieses Namens hat geendet, und ein Client hat sein Ende nicht geschlossen: Bis dahin ist keine neue Instanz die erste.</translation>
    </message>
    <message>
        <source>Let that client close its end, or wait until it does.</source>
        <translation>Diesen Client sein Ende schließen lassen oder darauf warten.</translation>
    </message>
    <message>
        <source>A collection count or timeout was given for the server&apos;s end, or for a client on the same computer.</source>
        <translation>Sammelzahl oder Sammelzeit wurde für das Ende des Servers angegeben, oder für einen Client auf demselben Computer.</translation>
    </message>
    <message>
        <source>The name is on another computer; a server can be created only on the local computer.</source>
        <translation>Der Name ist der einer Pipe auf einem anderen Computer, und einen Server gibt es nur auf dem eigenen.</translation>
    </message>
    <message>
        <source>Clients of an ended server have not closed their ends: an instance counts until both ends are closed.</source>
        <translation>Clients eines beendeten Servers haben ihr Ende nicht geschlossen: Eine Instanz zählt, bis beide Enden geschlossen sind.</translation>
    </message>
    <message>
        <source>Let these clients close their ends, or wait until they do.</source>
        <translation>Diese Clients ihr Ende schließen lassen oder darauf warten.</translation>
    </message>
    <message>
        <source>The peer closed the pipe, and all data it sent has been read.</source>
        <translation>Die Gegenstelle hat die Pipe geschlossen, und alles, was sie gesendet hat, ist gelesen.</translation>
    </message>
    <message>
        <source>The client is on this computer, so it has no computer name.</source>
        <translation>Der Client ist auf diesem Computer, daher ist kein Computername zu nennen.</translation>
    </message>
    <message>
        <source>The peer is closing the pipe and accepts no more data.</source>
        <translation>Die Gegenstelle schließt die Pipe und nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>No process is on the other end of the pipe.</source>
        <translation>An der Gegenstelle der Pipe ist kein Prozess.</translation>
    </message>
    <message>
        <source>The memory of the computer or this process is exhausted.</source>
        <translation>Der Speicher des Computers oder dieses Prozesses ist erschöpft.</translation>
    </message>
    <message>
        <source>The other computer does not allow this user to log on over the network.</source>
        <translation>Der andere Computer lässt diesen Benutzer nicht über das Netz herein.</translation>
    </message>
    <message>
        <source>No action needed: use the name of this computer.</source>
        <translation>Nichts zu tun: den Namen dieses Computers nehmen.</translation>
    </message>
    <message>
        <source>The server&apos;s computer is low on memory, or serves too many requests.</source>
        <translation>Dem Computer des Servers fehlt Speicher, oder er bedient zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Check that computer; use smaller buffers.</source>
        <translation>Auf jenem Computer nachsehen; kleinere Puffer verlangen.</translation>
    </message>
    <message>
        <source>No network connection to the other computer exists.</source>
        <translation>Es gibt keine Netzverbindung zu dem anderen Computer.</translation>
    </message>
    <message>
        <source>The name is misspelt, or belongs to another domain or computer.</source>
        <translation>Der Name ist falsch geschrieben oder aus einer anderen Domäne oder von einem anderen Computer.</translation>
    </message>
    <message>
        <source>The other program crashed or was ended during the connection; the system does not distinguish this from closing.</source>
        <translation>Das andere Programm ist mitten im Gespräch fehlgeschlagen oder beendet worden; das System unterscheidet das nicht vom Schließen.</translation>
    </message>
    <message>
        <source>The peer has closed the pipe.</source>
        <translation>Die Gegenstelle hat die Pipe geschlossen.</translation>
    </message>
    <message>
        <source>The peer is closing the pipe.</source>
        <translation>Die Gegenstelle schließt die Pipe.</translation>
    </message>
    <message>
        <source>Check the server&apos;s log: it may refuse this client, be full or be failing.</source>
        <translation>Ins Protokoll des Servers sehen: vielleicht weist er diesen Client ab, ist voll oder schlägt fehl.</translation>
    </message>
    <message>
        <source>The peer sent a message that is longer than the read buffer.</source>
        <translation>Die Gegenstelle hat eine Nachricht gesendet, die länger ist als der Lesepuffer.</translation>
    </message>
    <message>
        <source>The operation takes longer because the peer does not read, write or connect.</source>
        <translation>Die erwartete Operation dauert länger, weil die Gegenstelle nicht liest, nicht schreibt oder sich nicht verbindet.</translation>
    </message>
    <message>
        <source>Nothing failed: wait again, or cancel outstanding operations.</source>
        <translation>Nichts ist fehlgeschlagen: weiter warten oder abbrechen, was aussteht.</translation>
    </message>
    <message>
        <source>The peer has not read enough yet, so the buffers are full.</source>
        <translation>Die Gegenstelle hat noch nicht genug gelesen, sodass die Puffer voll sind.</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Give it a file (&lt; FILE) or a pipe (PROGRAM |).</source>
        <translation>Leiten Sie eine Datei (&lt; DATEI) oder eine Pipe (PROGRAMM |) hinein.</translation>
    </message>
    <message>
        <source>The program was started without standard input.</source>
        <translation>Das Programm wurde ohne Standardeingabe gestartet.</translation>
    </message>
    <message>
        <source>The system keeps this process from creating pipes of such names: ProtectedPrefix\ is for services, and an AppContainer has LOCAL\ only.</source>
        <translation>Das System lässt diesen Prozess Pipes mit solchen Namen nicht anlegen: ProtectedPrefix\ ist für Dienste, und ein AppContainer hat nur LOCAL\.</translation>
    </message>
    <message>
        <source>Choose another name, or run as administrator.</source>
        <translation>Wählen Sie einen anderen Namen, oder starten Sie als Administrator.</translation>
    </message>
    <message>
        <source>The pipe&apos;s access list cannot be read: %1.</source>
        <translation>Die Zugriffsliste der Pipe kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The pipe&apos;s access list lets this process create further instances.</source>
        <translation>Die Zugriffsliste der Pipe erlaubt diesem Prozess weitere Instanzen.</translation>
    </message>
    <message>
        <source>No pipe of this name exists now: its server has ended, or this process may not create names of this kind (ProtectedPrefix\Administrators\, or outside of LOCAL\ in an AppContainer).</source>
        <translation>Es gibt jetzt keine Pipe dieses Namens: Ihr Server ist beendet, oder dieser Prozess darf solche Namen nicht anlegen (ProtectedPrefix\Administrators\, oder außerhalb von LOCAL\ in einem AppContainer).</translation>
    </message>
    <message>
        <source>The pipe exists: a server that asks for the first instance is refused in any case.</source>
        <translation>Die Pipe besteht: Ein Server, der die erste Instanz verlangt, wird in jedem Fall abgelehnt.</translation>
    </message>
    <message>
        <source>The pipe is of %1 type, and %2 type is requested: all instances have one type.</source>
        <translation>Die Pipe hat den Typ %1, verlangt wird %2: Alle Instanzen haben denselben Typ.</translation>
    </message>
    <message>
        <source>The pipe is %1, and %2 is requested: all instances have one direction.</source>
        <translation>Die Pipe ist %1, verlangt wird %2: Alle Instanzen haben dieselbe Richtung.</translation>
    </message>
    <message>
        <source>The name does not have the form \\.\pipe\name, or the part after pipe\ is empty.</source>
        <translation>Der Name hat nicht die Form \\.\pipe\name, oder der Teil nach pipe\ ist leer.</translation>
    </message>
    <message>
        <source>The pipe has %1 instances and no limit: its server creates no more of them.</source>
        <translation>Die Pipe hat %1 Instanzen und keine Höchstzahl: Ihr Server erstellt nicht mehr davon.</translation>
    </message>
    <message>
        <source>The pipe has %1 instances of %2 that its first instance allows: its limit is not reached now.</source>
        <translation>Die Pipe hat %1 von %2 Instanzen, die ihre erste Instanz erlaubt: Die Höchstzahl ist jetzt nicht erreicht.</translation>
    </message>
    <message>
        <source>The pipe has all %1 instances that its first instance allows. One whose server has ended counts until its client closes its end.</source>
        <translation>Die Pipe hat alle %1 Instanzen, die ihre erste Instanz erlaubt. Eine, deren Server beendet ist, zählt, bis ihr Client sein Ende schließt.</translation>
    </message>
    <message>
        <source>A server of this pipe is running: an instance waits for a client.</source>
        <translation>Ein Server dieser Pipe läuft: Eine Instanz wartet auf einen Client.</translation>
    </message>
    <message>
        <source>An instance waits for a client now: another attempt may succeed.</source>
        <translation>Jetzt wartet eine Instanz auf einen Client: Ein weiterer Versuch kann gelingen.</translation>
    </message>
    <message>
        <source>No instance waits for a client: each has a client, or had one that has not closed its end.</source>
        <translation>Keine Instanz wartet auf einen Client: Jede hat einen, oder hatte einen, der sein Ende nicht geschlossen hat.</translation>
    </message>
    <message>
        <source>No pipe of this name exists now: its server has ended.</source>
        <translation>Jetzt gibt es keine Pipe dieses Namens: Ihr Server ist beendet.</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>Session file (pcapng)</source>
        <translation>Sitzungsdatei (pcapng)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Text with hex dumps</source>
        <translation>Text mit Hex-Dumps</translation>
    </message>
    <message>
        <source>Report (HTML)</source>
        <translation>Bericht (HTML)</translation>
    </message>
    <message>
        <source>Payloads only</source>
        <translation>Nur Nutzdaten</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>All data of the rows. Opens in PipeScope and Wireshark.</source>
        <translation>Alle Daten der Zeilen. Lässt sich in PipeScope und Wireshark öffnen.</translation>
    </message>
    <message>
        <source>One JSON object per line, full payload. For scripts and programs.</source>
        <translation>Ein JSON-Objekt je Zeile, vollständige Nutzdaten. Für Skripte und Programme.</translation>
    </message>
    <message>
        <source>One line per row, full payload in hex. For spreadsheets.</source>
        <translation>Eine Textzeile je Zeile, vollständige Nutzdaten in Hex. Für Tabellenkalkulationen.</translation>
    </message>
    <message>
        <source>Details and a hex dump of each row. For reading.</source>
        <translation>Angaben und Hex-Dump jeder Zeile. Zum Lesen.</translation>
    </message>
    <message>
        <source>Page with summary, connections, timeline and rows. Long messages are truncated.</source>
        <translation>Seite mit Zusammenfassung, Verbindungen, Zeitachse und Zeilen. Lange Nachrichten werden gekürzt.</translation>
    </message>
    <message>
        <source>4-byte little-endian length and payload of each message. Events are omitted.</source>
        <translation>4-Byte-Länge (Little Endian) und Nutzdaten jeder Nachricht. Ereignisse werden ausgelassen.</translation>
    </message>
</context>
<context>
    <name>FilterHelp</name>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>connection number</source>
        <translation>Nummer der Verbindung</translation>
    </message>
    <message>
        <source>server or client name</source>
        <translation>Name des Servers oder Clients</translation>
    </message>
    <message>
        <source>process ID of the peer</source>
        <translation>Prozess-ID der Gegenstelle</translation>
    </message>
    <message>
        <source>program of the peer</source>
        <translation>Programm der Gegenstelle</translation>
    </message>
    <message>
        <source>message direction</source>
        <translation>Richtung einer Nachricht</translation>
    </message>
    <message>
        <source>row kind</source>
        <translation>Art der Zeile</translation>
    </message>
    <message>
        <source>message size in bytes</source>
        <translation>Größe der Nachricht in Byte</translation>
    </message>
    <message>
        <source>date and time, or time of day</source>
        <translation>Datum und Zeit, oder Uhrzeit</translation>
    </message>
    <message>
        <source>time since the previous row</source>
        <translation>Zeit seit der vorigen Zeile</translation>
    </message>
    <message>
        <source>time since the request</source>
        <translation>Zeit seit der Anfrage</translation>
    </message>
    <message>
        <source>message text or event description</source>
        <translation>Text der Nachricht oder Beschreibung des Ereignisses</translation>
    </message>
    <message>
        <source>message bytes</source>
        <translation>Bytes der Nachricht</translation>
    </message>
    <message>
        <source>row comment</source>
        <translation>der Kommentar der Zeile</translation>
    </message>
    <message>
        <source>row is marked</source>
        <translation>Zeile ist markiert</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>not equal</source>
        <translation>ungleich</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kleiner als</translation>
    </message>
    <message>
        <source>less or equal</source>
        <translation>kleiner oder gleich</translation>
    </message>
    <message>
        <source>greater than</source>
        <translation>größer als</translation>
    </message>
    <message>
        <source>greater or equal</source>
        <translation>größer oder gleich</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>matches the regular expression</source>
        <translation>passt zum regulären Ausdruck</translation>
    </message>
    <message>
        <source>one of {…}</source>
        <translation>eines von {…}</translation>
    </message>
    <message>
        <source>field of some row kinds</source>
        <translation>Feld mancher Arten von Zeilen</translation>
    </message>
    <message>
        <source>user of the peer</source>
        <translation>Benutzer der Gegenstelle</translation>
    </message>
    <message>
        <source>frame does not follow the framing rule</source>
        <translation>Frame folgt der Framing-Regel nicht</translation>
    </message>
    <message>
        <source>field of the decoded message</source>
        <translation>Feld der decodierten Nachricht</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>unknown process</source>
        <translation>unbekannter Prozess</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>closed here</source>
        <translation>hier geschlossen</translation>
    </message>
    <message>
        <source>aborted here</source>
        <translation>hier abgebrochen</translation>
    </message>
    <message>
        <source>PipeScope ended</source>
        <translation>PipeScope beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>lauscht</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>client to server</source>
        <translation>Client zu Server</translation>
    </message>
    <message>
        <source>server to client</source>
        <translation>Server zu Client</translation>
    </message>
    <message>
        <source>closed by the peer</source>
        <translation>von der Gegenstelle geschlossen</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>beide Richtungen</translation>
    </message>
    <message>
        <source>sending ended here</source>
        <translation>Senden hier beendet</translation>
    </message>
    <message>
        <source>sends no more</source>
        <translation>sendet nichts mehr</translation>
    </message>
    <message>
        <source>peer closed</source>
        <translation>Gegenstelle geschlossen</translation>
    </message>
    <message>
        <source>sending queued data</source>
        <translation>sendet wartende Daten</translation>
    </message>
    <message>
        <source>process %1 on another computer</source>
        <translation>Prozess %1 auf einem anderen Computer</translation>
    </message>
    <message>
        <source>closed by the target</source>
        <translation>vom Ziel geschlossen</translation>
    </message>
</context>
<context>
    <name>FrameReads</name>
    <message>
        <source>in write %1</source>
        <translation>in Schreibvorgang %1</translation>
    </message>
    <message>
        <source>in read %1</source>
        <translation>in Lesevorgang %1</translation>
    </message>
    <message>
        <source>in %1 writes: %2</source>
        <translation>in %1 Schreibvorgängen: %2</translation>
    </message>
    <message>
        <source>in %1 reads: %2</source>
        <translation>in %1 Lesevorgängen: %2</translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message>
        <source>Lines (LF or CRLF)</source>
        <translation>Textzeilen (LF oder CRLF)</translation>
    </message>
    <message>
        <source>NUL-terminated</source>
        <translation>NUL-terminiert</translation>
    </message>
    <message>
        <source>u16 LE length prefix</source>
        <translation>Längenpräfix u16 LE</translation>
    </message>
    <message>
        <source>u16 BE length prefix</source>
        <translation>Längenpräfix u16 BE</translation>
    </message>
    <message>
        <source>u32 LE length prefix</source>
        <translation>Längenpräfix u32 LE</translation>
    </message>
    <message>
        <source>u32 BE length prefix</source>
        <translation>Längenpräfix u32 BE</translation>
    </message>
    <message>
        <source>Fixed size</source>
        <translation>Feste Größe</translation>
    </message>
    <message>
        <source>No framing</source>
        <translation>Kein Framing</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Line ending</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Chunks</translation>
    </message>
    <message>
        <source>Varint length prefix</source>
        <translation>Varint-Längenpräfix</translation>
    </message>
    <message>
        <source>Content-Length headers (LSP, DAP)</source>
        <translation>Content-Length-Header (LSP, DAP)</translation>
    </message>
    <message>
        <source>JSON values</source>
        <translation>JSON-Werte</translation>
    </message>
    <message>
        <source>MessagePack values</source>
        <translation>MessagePack-Werte</translation>
    </message>
    <message>
        <source>HTTP/1</source>
        <translation>HTTP/1</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>D-Bus</source>
        <translation>D-Bus</translation>
    </message>
    <message>
        <source>Redis (RESP)</source>
        <translation>Redis (RESP)</translation>
    </message>
</context>
<context>
    <name>HighlightRules</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>IdentityFact</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Primary group</source>
        <translation>Primäre Gruppe</translation>
    </message>
    <message>
        <source>Logon session</source>
        <translation>Anmeldesitzung</translation>
    </message>
    <message>
        <source>Terminal session</source>
        <translation>Terminalsitzung</translation>
    </message>
    <message>
        <source>Integrity level</source>
        <translation>Integritätsstufe</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Erhöhte Rechte</translation>
    </message>
    <message>
        <source>AppContainer</source>
        <translation>AppContainer</translation>
    </message>
    <message>
        <source>Process ID</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>PID reused</source>
        <translation>PID wiederverwendet</translation>
    </message>
    <message>
        <source>Granted level</source>
        <translation>Gewährte Stufe</translation>
    </message>
    <message>
        <source>Requested level</source>
        <translation>Angeforderte Stufe</translation>
    </message>
    <message>
        <source>Client computer</source>
        <translation>Computer des Clients</translation>
    </message>
    <message>
        <source>Client session</source>
        <translation>Sitzung des Clients</translation>
    </message>
    <message>
        <source>Security label</source>
        <translation>Sicherheitskennzeichen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Privilegien</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Requested rights</source>
        <translation>Angeforderte Rechte</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Gewährt</translation>
    </message>
    <message>
        <source>Not considered</source>
        <translation>Nicht berücksichtigt</translation>
    </message>
</context>
<context>
    <name>IdentityReason</name>
    <message>
        <source>Linux does not support impersonation</source>
        <translation>Linux unterstützt keinen Identitätswechsel</translation>
    </message>
    <message>
        <source>not recorded by the kernel</source>
        <translation>vom Kernel nicht festgehalten</translation>
    </message>
    <message>
        <source>the client is on this computer</source>
        <translation>der Client ist auf diesem Computer</translation>
    </message>
    <message>
        <source>Linux has no terminal sessions</source>
        <translation>Linux hat keine Terminalsitzungen</translation>
    </message>
    <message>
        <source>access control lists, capabilities, security modules such as SELinux and AppArmor, read-only mounts and immutable files</source>
        <translation>Zugriffslisten (ACLs), Capabilities, Sicherheitsmodule wie SELinux und AppArmor, schreibgeschützt eingehängte Dateisysteme und unveränderliche Dateien</translation>
    </message>
    <message>
        <source>none: the process has ended or is a kernel thread</source>
        <translation>keine: der Prozess ist beendet oder ein Kernel-Thread</translation>
    </message>
    <message>
        <source>the process belongs to no login session</source>
        <translation>der Prozess gehört zu keiner Anmeldesitzung</translation>
    </message>
    <message>
        <source>Linux has no integrity levels</source>
        <translation>Linux hat keine Integritätsstufen</translation>
    </message>
    <message>
        <source>Linux has no elevation; see the user (0 is root) and the privileges</source>
        <translation>Linux kennt keine erhöhten Rechte; siehe Benutzer (0 ist root) und Privilegien</translation>
    </message>
    <message>
        <source>Linux has no AppContainers</source>
        <translation>Linux hat keine AppContainer</translation>
    </message>
    <message>
        <source>rights on the folders above, rights of a network share, sharing with programs that have it open, the read-only attribute and encryption</source>
        <translation>Rechte an den Ordnern darüber, Rechte einer Netzwerkfreigabe, Programme, die es geöffnet haben, das Attribut „schreibgeschützt“ und Verschlüsselung</translation>
    </message>
    <message>
        <source>Windows uses integrity levels instead</source>
        <translation>Windows verwendet stattdessen Integritätsstufen</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>der Prozess ist beendet</translation>
    </message>
    <message>
        <source>known only to the client: Windows reports the granted level, which never exceeds the requested one</source>
        <translation>nur dem Client bekannt: Windows meldet die gewährte Stufe, die nie höher ist als die angeforderte</translation>
    </message>
    <message>
        <source>known only to the client: the clients of this program at this pipe requested different levels</source>
        <translation>nur dem Client bekannt: Die Clients dieses Programms an dieser Pipe haben verschiedene Stufen angefordert</translation>
    </message>
    <message>
        <source>the client is on another computer</source>
        <translation>der Client ist auf einem anderen Computer</translation>
    </message>
</context>
<context>
    <name>IdentitySentence</name>
    <message>
        <source>The server cannot identify you.</source>
        <translation>Der Server kann Sie nicht identifizieren.</translation>
    </message>
    <message>
        <source>The server can identify you but not act on your behalf.</source>
        <translation>Der Server kann Sie identifizieren, aber nicht in Ihrem Namen handeln.</translation>
    </message>
    <message>
        <source>The server can act on your behalf on its own computer.</source>
        <translation>Der Server kann auf seinem Computer in Ihrem Namen handeln.</translation>
    </message>
    <message>
        <source>The server can act on your behalf, also on remote computers.</source>
        <translation>Der Server kann in Ihrem Namen handeln, auch auf Remotecomputern.</translation>
    </message>
</context>
<context>
    <name>IdentityWord</name>
    <message>
        <source>untrusted</source>
        <translation>nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>medium plus</source>
        <translation>mittel plus</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>elevated</source>
        <translation>erhöht</translation>
    </message>
    <message>
        <source>not elevated; an administrator could elevate it</source>
        <translation>nicht erhöht; ein Administrator könnte sie erhöhen</translation>
    </message>
    <message>
        <source>elevated; the user has no other token</source>
        <translation>erhöht; der Benutzer hat kein anderes Token</translation>
    </message>
    <message>
        <source>not elevated</source>
        <translation>nicht erhöht</translation>
    </message>
    <message>
        <source>yes: the process started after the connection</source>
        <translation>ja: Der Prozess wurde nach der Verbindung gestartet</translation>
    </message>
    <message>
        <source>unknown: the process started in the same second as the connection</source>
        <translation>unbekannt: Der Prozess wurde in derselben Sekunde wie die Verbindung gestartet</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>identification</source>
        <translation>Identifikation</translation>
    </message>
    <message>
        <source>impersonation</source>
        <translation>Identitätswechsel</translation>
    </message>
    <message>
        <source>delegation</source>
        <translation>Delegierung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verweigert</translation>
    </message>
</context>
<context>
    <name>InputError</name>
    <message>
        <source>invalid hex digit</source>
        <translation>ungültige Hexziffer</translation>
    </message>
    <message>
        <source>no line before * to repeat</source>
        <translation>vor * gibt es keine Zeile zum Wiederholen</translation>
    </message>
    <message>
        <source>expected an offset at the start of the line</source>
        <translation>Offset am Zeilenanfang erwartet</translation>
    </message>
    <message>
        <source>the offset does not match the preceding lines</source>
        <translation>der Offset passt nicht zu den Zeilen davor</translation>
    </message>
    <message>
        <source>* repeats more than 64 MiB</source>
        <translation>* wiederholt mehr als 64 MiB</translation>
    </message>
    <message>
        <source>expected a line with an offset after *</source>
        <translation>nach * wird eine Zeile mit Offset erwartet</translation>
    </message>
    <message>
        <source>expected hex digits</source>
        <translation>Hexziffern erwartet</translation>
    </message>
    <message>
        <source>bytes of an array must begin with 0x</source>
        <translation>Bytes eines Arrays müssen mit 0x beginnen</translation>
    </message>
    <message>
        <source>the value exceeds one byte</source>
        <translation>der Wert ist größer als ein Byte</translation>
    </message>
    <message>
        <source>unexpected brace</source>
        <translation>unerwartete Klammer</translation>
    </message>
    <message>
        <source>missing closing }</source>
        <translation>die schließende } fehlt</translation>
    </message>
    <message>
        <source>unexpected text after the array</source>
        <translation>unerwarteter Text nach dem Array</translation>
    </message>
    <message>
        <source>incomplete byte: one hex digit is missing</source>
        <translation>unvollständiges Byte: eine Hexziffer fehlt</translation>
    </message>
    <message>
        <source>unknown escape; use \n \r \t \0 \xHH or \\</source>
        <translation>unbekannte Escape-Sequenz; möglich sind \n \r \t \0 \xHH oder \\</translation>
    </message>
    <message>
        <source>expected two hex digits after \x</source>
        <translation>zwei Hexziffern nach \x erwartet</translation>
    </message>
    <message>
        <source>invalid UTF-8 byte</source>
        <translation>ungültiges UTF-8-Byte</translation>
    </message>
    <message>
        <source>the character is not in Latin-1</source>
        <translation>das Zeichen gibt es in Latin-1 nicht</translation>
    </message>
    <message>
        <source>invalid 32-bit mask; use a form such as 0x12019f</source>
        <translation>ungültige 32-Bit-Maske; gültig ist etwa 0x12019f</translation>
    </message>
    <message>
        <source>expected a right, such as FILE_READ_DATA</source>
        <translation>Recht erwartet, etwa FILE_READ_DATA</translation>
    </message>
    <message>
        <source>unknown pipe right; use for example FILE_READ_DATA, FR or 0x120089</source>
        <translation>unbekanntes Pipe-Recht; gültig sind etwa FILE_READ_DATA, FR oder 0x120089</translation>
    </message>
    <message>
        <source>expected a label policy: NW (no write up), NR (no read up) or NX (no execute up)</source>
        <translation>Richtlinie erwartet: NW (kein Schreiben nach oben), NR (kein Lesen nach oben) oder NX (kein Ausführen nach oben)</translation>
    </message>
    <message>
        <source>unknown rights; use two letters (FA, FR, FW, GA, …), a mask (0x12019f) or names (FILE_READ_DATA)</source>
        <translation>unbekannte Rechte; gültig sind zwei Buchstaben (FA, FR, FW, GA, …), eine Maske (0x12019f) oder Namen (FILE_READ_DATA)</translation>
    </message>
    <message>
        <source>expected rights, such as FA, FR or 0x12019b</source>
        <translation>Rechte erwartet, etwa FA, FR oder 0x12019b</translation>
    </message>
    <message>
        <source>unexpected text after the rights</source>
        <translation>unerwarteter Text nach den Rechten</translation>
    </message>
    <message>
        <source>object entries (OA, OD, OU) do not apply to pipes; use A, D or AU without GUIDs</source>
        <translation>Objekteinträge (OA, OD, OU) gelten nicht für Pipes; A, D oder AU ohne GUIDs verwenden</translation>
    </message>
    <message>
        <source>conditional entries (XA, XD, XU, ZA) are not supported; use plain entries (A, D)</source>
        <translation>bedingte Einträge (XA, XD, XU, ZA) werden nicht unterstützt; einfache Einträge (A, D) verwenden</translation>
    </message>
    <message>
        <source>attribute and policy entries (RA, SP, TL, FL) are not supported; remove the entry</source>
        <translation>Attribut- und Richtlinieneinträge (RA, SP, TL, FL) werden nicht unterstützt; den Eintrag entfernen</translation>
    </message>
    <message>
        <source>Windows does not support alarm entries (AL, OL); remove the entry</source>
        <translation>Windows unterstützt keine Alarmeinträge (AL, OL); den Eintrag entfernen</translation>
    </message>
    <message>
        <source>empty descriptor; enter for example D:P(A;;FA;;;SY)</source>
        <translation>leerer Deskriptor; zum Beispiel D:P(A;;FA;;;SY) eingeben</translation>
    </message>
    <message>
        <source>expected O: (owner), G: (group), D: (access list) or S: (label and audit list)</source>
        <translation>O: (Besitzer), G: (Gruppe), D: (Zugriffsliste) oder S: (Bezeichnung und Überwachung) erwartet</translation>
    </message>
    <message>
        <source>duplicate part; remove one of them</source>
        <translation>doppelter Teil; einen davon entfernen</translation>
    </message>
    <message>
        <source>NO_ACCESS_CONTROL is valid only in D:</source>
        <translation>NO_ACCESS_CONTROL ist nur in D: gültig</translation>
    </message>
    <message>
        <source>NO_ACCESS_CONTROL excludes entries; remove one of them</source>
        <translation>NO_ACCESS_CONTROL schließt Einträge aus; eines von beiden entfernen</translation>
    </message>
    <message>
        <source>expected ( or a list flag (P, AI, AR)</source>
        <translation>( oder ein Flag der Liste (P, AI, AR) erwartet</translation>
    </message>
    <message>
        <source>expected six fields separated by ; as in (type;flags;rights;;;account)</source>
        <translation>sechs durch ; getrennte Felder erwartet: (Art;Flags;Rechte;;;Konto)</translation>
    </message>
    <message>
        <source>expected ) after the account</source>
        <translation>) nach dem Konto erwartet</translation>
    </message>
    <message>
        <source>missing entry type; use A (allow) or D (deny)</source>
        <translation>Art des Eintrags fehlt; A (erlauben) oder D (verweigern) verwenden</translation>
    </message>
    <message>
        <source>unknown entry type; use A (allow), D (deny), or in S: ML (label) or AU (audit)</source>
        <translation>unbekannte Art des Eintrags; A (erlauben), D (verweigern), in S: ML (Bezeichnung) oder AU (Überwachung) verwenden</translation>
    </message>
    <message>
        <source>allow and deny entries belong in D:</source>
        <translation>Einträge, die erlauben oder verweigern, gehören in D:</translation>
    </message>
    <message>
        <source>labels and audit entries belong in S:</source>
        <translation>Bezeichnungen und Überwachung gehören in S:</translation>
    </message>
    <message>
        <source>unknown flag; pipes need no flags, leave the field empty</source>
        <translation>unbekanntes Flag; Pipes brauchen keine Flags, das Feld leer lassen</translation>
    </message>
    <message>
        <source>the fourth and fifth fields must be empty for a pipe</source>
        <translation>das vierte und fünfte Feld müssen bei einer Pipe leer sein</translation>
    </message>
    <message>
        <source>missing account; enter a SID (S-1-5-18) or a name such as SY, BA, WD</source>
        <translation>Konto fehlt; eine SID (S-1-5-18) oder einen Namen wie SY, BA, WD eingeben</translation>
    </message>
    <message>
        <source>unexpected text after the SID</source>
        <translation>unerwarteter Text nach der SID</translation>
    </message>
    <message>
        <source>expected an integrity level: LW (low), ME (medium), HI (high) or SI (system)</source>
        <translation>Integritätsstufe erwartet: LW (niedrig), ME (mittel), HI (hoch) oder SI (System)</translation>
    </message>
    <message>
        <source>missing number in the SID; enter a SID (S-1-5-18) or a two-letter name such as SY</source>
        <translation>Zahl in der SID fehlt; eine SID (S-1-5-18) oder einen Namen aus zwei Buchstaben wie SY eingeben</translation>
    </message>
    <message>
        <source>number too large for a SID</source>
        <translation>Zahl zu groß für eine SID</translation>
    </message>
    <message>
        <source>a SID must begin with S-1-</source>
        <translation>eine SID muss mit S-1- beginnen</translation>
    </message>
    <message>
        <source>expected - and a number</source>
        <translation>- und eine Zahl erwartet</translation>
    </message>
    <message>
        <source>a SID has at most 15 subauthorities</source>
        <translation>eine SID hat höchstens 15 Unterautoritäten</translation>
    </message>
    <message>
        <source>no such account; enter a SID (S-1-5-18) or a two-letter name such as SY, BA, WD</source>
        <translation>unbekanntes Konto; eine SID (S-1-5-18) oder einen Namen aus zwei Buchstaben wie SY, BA, WD eingeben</translation>
    </message>
    <message>
        <source>this dump has words whose byte order is not known: make it of single bytes (xxd, od -t x1, x/xb)</source>
        <translation>die Bytefolge der Wörter dieses Dumps ist unbekannt: einen Dump aus einzelnen Bytes verwenden (xxd, od -t x1, x/xb)</translation>
    </message>
    <message>
        <source>this is an offset, or three bytes: remove it, or write 00 00 00</source>
        <translation>das ist ein Offset oder drei Bytes: entfernen oder 00 00 00 schreiben</translation>
    </message>
</context>
<context>
    <name>InputPlace</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
</context>
<context>
    <name>LogColumn</name>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1, markiert</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>orders, \\.\pipe\orders or \\server\pipe\orders; on Linux also a socket path</source>
        <translation>orders, \\.\pipe\orders oder \\server\pipe\orders; unter Linux auch ein Socket-Pfad</translation>
    </message>
    <message>
        <source>synchronous handle: one read or write at a time</source>
        <translation>synchrones Handle: Lesen und Schreiben nur nacheinander</translation>
    </message>
    <message>
        <source>complete remote writes only when the data has arrived at the other computer</source>
        <translation>entferntes Schreiben erst abschließen, wenn die Daten auf dem anderen Computer angekommen sind</translation>
    </message>
    <message>
        <source>echo received data (done by the engine)</source>
        <translation>empfangene Daten zurücksenden (durch die Engine)</translation>
    </message>
    <message>
        <source>size of one read; on Windows, longer messages are read in parts and delivered whole</source>
        <translation>Größe eines Lesevorgangs; unter Windows werden längere Nachrichten in Teilen gelesen und ganz geliefert</translation>
    </message>
    <message>
        <source>refuse sends while more bytes than this are queued</source>
        <translation>Senden ablehnen, solange mehr Bytes in der Warteschlange sind</translation>
    </message>
    <message>
        <source>split longer messages into parts of this size</source>
        <translation>längere Nachrichten in Teile dieser Größe teilen</translation>
    </message>
    <message>
        <source>whether the pipe carries messages or bytes</source>
        <translation>ob die Pipe Nachrichten oder Bytes überträgt</translation>
    </message>
    <message>
        <source>direction of the data, seen from the server</source>
        <translation>Richtung der Daten, vom Server aus gesehen</translation>
    </message>
    <message>
        <source>accept clients on other computers; default: only local clients</source>
        <translation>Clients auf anderen Computern annehmen; Standard: nur lokale Clients</translation>
    </message>
    <message>
        <source>how this end reads a message pipe; default: as messages</source>
        <translation>wie dieses Ende eine Nachrichten-Pipe liest; Standard: als Nachrichten</translation>
    </message>
    <message>
        <source>reuse the instance for the next client; data the last client has not read is lost</source>
        <translation>die Instanz für den nächsten Client wiederverwenden; ungelesene Daten des letzten gehen verloren</translation>
    </message>
    <message>
        <source>default timeout of clients that call WaitNamedPipe; 0: 50 ms</source>
        <translation>Standardtimeout für Clients, die WaitNamedPipe aufrufen; 0: 50 ms</translation>
    </message>
    <message>
        <source>octal file mode of the socket; connecting requires write permission</source>
        <translation>oktale Dateirechte des Sockets; Verbinden erfordert Schreibrecht</translation>
    </message>
    <message>
        <source>maximum number of pending clients; the system may lower it</source>
        <translation>Max. wartende Clients; das System kann den Wert senken</translation>
    </message>
    <message>
        <source>how this end reads; on Linux it must match the type of the server&apos;s pipe</source>
        <translation>wie dieses Ende liest; unter Linux muss es zum Typ der Pipe des Servers passen</translation>
    </message>
    <message>
        <source>direction of the server&apos;s pipe, seen from the server</source>
        <translation>Richtung der Pipe des Servers, vom Server aus gesehen</translation>
    </message>
    <message>
        <source>how long to wait for the pipe; 0: one attempt, or the server&apos;s default for WaitNamedPipe</source>
        <translation>wie lange auf die Pipe gewartet wird; 0: ein Versuch, oder der Standard des Servers für WaitNamedPipe</translation>
    </message>
    <message>
        <source>impersonation level granted to the server</source>
        <translation>dem Server gewährte Stufe des Identitätswechsels</translation>
    </message>
    <message>
        <source>hide disabled groups and privileges, so that the server cannot enable them</source>
        <translation>deaktivierte Gruppen und Privilegien verbergen, sodass der Server sie nicht aktivieren kann</translation>
    </message>
    <message>
        <source>let the server see later changes of the identity; default: the identity at connect time</source>
        <translation>den Server spätere Änderungen der Identität sehen lassen; Standard: die Identität beim Verbinden</translation>
    </message>
    <message>
        <source>FILE_SHARE_READ; without effect, because a pipe instance has one client</source>
        <translation>FILE_SHARE_READ; ohne Wirkung, da eine Pipe-Instanz nur einen Client hat</translation>
    </message>
    <message>
        <source>FILE_SHARE_WRITE; without effect, because a pipe instance has one client</source>
        <translation>FILE_SHARE_WRITE; ohne Wirkung, da eine Pipe-Instanz nur einen Client hat</translation>
    </message>
    <message>
        <source>buffer size at each end of the connection; 0: system default</source>
        <translation>Puffergröße an jedem Ende der Verbindung; 0: Systemstandard</translation>
    </message>
    <message>
        <source>message to send</source>
        <translation>zu sendende Nachricht</translation>
    </message>
    <message>
        <source>how long to wait for a free instance; 0: the server&apos;s default. The wait for the reply has no limit</source>
        <translation>wie lange auf eine freie Instanz gewartet wird; 0: Standard des Servers. Das Warten auf die Antwort ist unbegrenzt</translation>
    </message>
    <message>
        <source>maximum size of the reply; the rest of a longer reply is lost</source>
        <translation>maximale Größe der Antwort; der Rest einer längeren Antwort geht verloren</translation>
    </message>
    <message>
        <source>how long a graceful disconnect waits for the peer to read; 0: no wait</source>
        <translation>wie lange geordnetes Trennen auf das Lesen der Gegenstelle wartet; 0: gar nicht</translation>
    </message>
    <message>
        <source>maximum number of clients, 1 to 254; 0: unlimited</source>
        <translation>Max. Clients, 1 bis 254; 0: unbegrenzt</translation>
    </message>
    <message>
        <source>buffer for data not yet read by the client; 0: none on Windows (each write waits for its reader), the default on Linux</source>
        <translation>Puffer für Daten, die der Client noch nicht gelesen hat; 0: keiner unter Windows (jedes Schreiben wartet auf den Leser), Standard unter Linux</translation>
    </message>
    <message>
        <source>buffer for data not yet read from the client; 0: none on Windows (each write waits for its reader), the default on Linux</source>
        <translation>Puffer für noch nicht gelesene Daten des Clients; 0: keiner unter Windows (jedes Schreiben wartet auf den Leser), Standard unter Linux</translation>
    </message>
    <message>
        <source>security descriptor of the pipe; default: full access for the current user, Administrators and SYSTEM</source>
        <translation>Sicherheitsdeskriptor der Pipe; Standard: Vollzugriff für den aktuellen Benutzer, Administratoren und SYSTEM</translation>
    </message>
    <message>
        <source>fail if the name is already served; off: join that server and share its clients</source>
        <translation>fehlschlagen, wenn der Name schon bedient wird; aus: diesem Server beitreten und die Clients teilen</translation>
    </message>
    <message>
        <source>if the pipe does not exist or is busy: retry; wait with WaitNamedPipe (busy only); or fail</source>
        <translation>wenn die Pipe nicht existiert oder besetzt ist: wiederholen; mit WaitNamedPipe warten (nur besetzt); oder fehlschlagen</translation>
    </message>
    <message>
        <source>make one CallNamedPipe of it: the server may then act as you, which it otherwise may not</source>
        <translation>CallNamedPipe verwenden: Der Server darf dann in Ihrem Namen handeln, sonst nicht</translation>
    </message>
</context>
<context>
    <name>OptionLabel</name>
    <message>
        <source>B&amp;uffer</source>
        <translation>&amp;Puffer</translation>
    </message>
    <message>
        <source>a new instance</source>
        <translation>eine neue Instanz</translation>
    </message>
    <message>
        <source>I/O m&amp;odel</source>
        <translation>E/A-M&amp;odell</translation>
    </message>
    <message>
        <source>overlapped</source>
        <translation>überlappt (overlapped)</translation>
    </message>
    <message>
        <source>Write throu&amp;gh</source>
        <translation>Durchschreiben</translation>
    </message>
    <message>
        <source>Bac&amp;klog</source>
        <translation>Wartesch&amp;lange</translation>
    </message>
    <message>
        <source>Share for &amp;reading</source>
        <translation>Zum Lesen f&amp;reigeben</translation>
    </message>
    <message>
        <source>system default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Max. &amp;clients</source>
        <translation>Max. &amp;Clients</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>O&amp;utput buffer</source>
        <translation>Ausgabe&amp;puffer</translation>
    </message>
    <message>
        <source>Fail if the pipe already e&amp;xists</source>
        <translation>Fehlschlagen, wenn die Pipe bereits vorhan&amp;den ist</translation>
    </message>
    <message>
        <source>the disconnected instance</source>
        <translation>die getrennte Instanz</translation>
    </message>
    <message>
        <source>synchronous (threads)</source>
        <translation>synchron (Threads)</translation>
    </message>
    <message>
        <source>Default &amp;timeout</source>
        <translation>Standardtimeo&amp;ut</translation>
    </message>
    <message>
        <source>50 ms (Windows default)</source>
        <translation>50 ms (Windows-Standard)</translation>
    </message>
    <message>
        <source>Send &amp;queue</source>
        <translation>Sendewarteschlange</translation>
    </message>
    <message>
        <source>none</source>
        <translation>kein</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>&amp;Timeout</translation>
    </message>
    <message>
        <source>server default</source>
        <translation>Serverstandard</translation>
    </message>
    <message>
        <source>Max. &amp;reply size</source>
        <translation>Max. &amp;Antwortgröße</translation>
    </message>
    <message>
        <source>One operation at a time: writes wait until the pending read completes.</source>
        <translation>Ein Vorgang zur Zeit: Schreibvorgänge warten, bis der laufende Lesevorgang abgeschlossen ist.</translation>
    </message>
    <message>
        <source>Input bu&amp;ffer</source>
        <translation>Ein&amp;gabepuffer</translation>
    </message>
    <message>
        <source>Re&amp;ject remote clients</source>
        <translation>Remotecl&amp;ients ablehnen</translation>
    </message>
    <message>
        <source>Next c&amp;lient uses</source>
        <translation>Näc&amp;hster Client verwendet</translation>
    </message>
    <message>
        <source>Impersonation &amp;level</source>
        <translation>Identitäts&amp;wechselebene</translation>
    </message>
    <message>
        <source>&amp;Enabled groups and privileges only</source>
        <translation>Nur aktivierte &amp;Gruppen und Berechtigungen</translation>
    </message>
    <message>
        <source>Trac&amp;k identity changes</source>
        <translation>Identitätsänderungen verfo&amp;lgen</translation>
    </message>
    <message>
        <source>Share for &amp;writing</source>
        <translation>Zum Sc&amp;hreiben freigeben</translation>
    </message>
    <message>
        <source>Read si&amp;ze</source>
        <translation>Lesegröße</translation>
    </message>
    <message>
        <source>M&amp;ax. message size</source>
        <translation>Ma&amp;x. Nachrichtengröße</translation>
    </message>
    <message>
        <source>Drain timeout</source>
        <translation>Drain-Ti&amp;meout</translation>
    </message>
    <message>
        <source>none: each write waits for its reader</source>
        <translation>keiner: jedes Schreiben wartet auf den Leser</translation>
    </message>
    <message>
        <source>Fil&amp;e mode</source>
        <translation>&amp;Dateirechte</translation>
    </message>
</context>
<context>
    <name>Protocol</name>
    <message>
        <source>Language server (LSP), build server (BSP)</source>
        <translation>Language-Server (LSP), Build-Server (BSP)</translation>
    </message>
    <message>
        <source>Debug adapter (DAP)</source>
        <translation>Debug-Adapter (DAP)</translation>
    </message>
    <message>
        <source>StreamJsonRpc, length before each message</source>
        <translation>StreamJsonRpc, Länge vor jeder Nachricht</translation>
    </message>
    <message>
        <source>mpv</source>
        <translation>mpv</translation>
    </message>
    <message>
        <source>QEMU (QMP)</source>
        <translation>QEMU (QMP)</translation>
    </message>
    <message>
        <source>JSON-RPC in lines (MCP)</source>
        <translation>JSON-RPC in Zeilen (MCP)</translation>
    </message>
    <message>
        <source>varlink</source>
        <translation>varlink</translation>
    </message>
    <message>
        <source>JSON-RPC</source>
        <translation>JSON-RPC</translation>
    </message>
    <message>
        <source>HTTP/1, then Docker attach</source>
        <translation>HTTP/1, danach Docker attach</translation>
    </message>
    <message>
        <source>HTTP/1 (Docker, Podman, Tailscale)</source>
        <translation>HTTP/1 (Docker, Podman, Tailscale)</translation>
    </message>
    <message>
        <source>HTTP/2, gRPC</source>
        <translation>HTTP/2, gRPC</translation>
    </message>
    <message>
        <source>NamedPipeWrapper, H.Pipes</source>
        <translation>NamedPipeWrapper, H.Pipes</translation>
    </message>
    <message>
        <source>SSH agent</source>
        <translation>SSH-Agent</translation>
    </message>
    <message>
        <source>Discord RPC</source>
        <translation>Discord RPC</translation>
    </message>
    <message>
        <source>.NET diagnostics</source>
        <translation>.NET-Diagnose</translation>
    </message>
    <message>
        <source>DCE/RPC</source>
        <translation>DCE/RPC</translation>
    </message>
    <message>
        <source>D-Bus</source>
        <translation>D-Bus</translation>
    </message>
    <message>
        <source>MessagePack-RPC (Neovim)</source>
        <translation>MessagePack-RPC (Neovim)</translation>
    </message>
    <message>
        <source>i3, sway</source>
        <translation>i3, sway</translation>
    </message>
    <message>
        <source>Redis (RESP)</source>
        <translation>Redis (RESP)</translation>
    </message>
    <message>
        <source>JSON in lines</source>
        <translation>JSON in Zeilen</translation>
    </message>
</context>
<context>
    <name>RightsSentence</name>
    <message>
        <source>Cannot read or write.</source>
        <translation>Kann weder lesen noch schreiben.</translation>
    </message>
    <message>
        <source>Can only read.</source>
        <translation>Kann nur lesen.</translation>
    </message>
    <message>
        <source>Can only write.</source>
        <translation>Kann nur schreiben.</translation>
    </message>
    <message>
        <source>Can read and write.</source>
        <translation>Kann lesen und schreiben.</translation>
    </message>
    <message>
        <source>Can create instances.</source>
        <translation>Kann Instanzen erstellen.</translation>
    </message>
    <message>
        <source>Can change permissions.</source>
        <translation>Kann Berechtigungen ändern.</translation>
    </message>
</context>
<context>
    <name>RowFacts</name>
    <message>
        <source>not available: %1</source>
        <translation>nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Process ID</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>%1 messages, %2</source>
        <translation>%1 Nachrichten, %2</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>Systemaufruf</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>unknown: the peer may have read none, part or all of the data</source>
        <translation>unbekannt: die Gegenstelle hat möglicherweise nichts, einen Teil oder alle Daten gelesen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Messages at this point could not be recorded. The pipes kept running.</source>
        <translation>Nachrichten an dieser Stelle konnten nicht aufgezeichnet werden. Die Pipes liefen weiter.</translation>
    </message>
    <message>
        <source>Data arrives faster than it can be recorded. Reading pauses until the recorder catches up: the peer waits, nothing is lost.</source>
        <translation>Daten treffen schneller ein, als sie aufgezeichnet werden können. Das Lesen pausiert, bis die Aufzeichnung aufgeholt hat: Die Gegenstelle wartet, nichts geht verloren.</translation>
    </message>
    <message>
        <source>The peer closed its end or its program ended; the system does not report which.</source>
        <translation>Die Gegenstelle hat ihr Ende geschlossen, oder ihr Programm wurde beendet; das System unterscheidet nicht.</translation>
    </message>
    <message>
        <source>From here on, each read returns one complete message.</source>
        <translation>Ab hier liefert jeder Lesevorgang eine vollständige Nachricht.</translation>
    </message>
    <message>
        <source>From here on, reads return bytes without message boundaries.</source>
        <translation>Ab hier liefern Lesevorgänge Bytes ohne Nachrichtengrenzen.</translation>
    </message>
    <message>
        <source>This row was written by a later version of PipeScope. It is kept unchanged.</source>
        <translation>Diese Zeile wurde von einer späteren Version von PipeScope geschrieben. Sie bleibt unverändert.</translation>
    </message>
    <message>
        <source>%1 on another computer</source>
        <translation>%1 auf einem anderen Computer</translation>
    </message>
</context>
<context>
    <name>RowField</name>
    <message>
        <source>Not kept</source>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Created from row</source>
        <translation>Erzeugt aus Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Held message in row</source>
        <translation>Angehaltene Nachricht in Zeile</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>Message mode refused</source>
        <translation>Nachrichtenmodus verweigert</translation>
    </message>
    <message>
        <source>Added by the relay</source>
        <translation>Vom Relay hinzugefügt</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>Weitergegeben an</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>B</source>
        <comment>bytes, after a number</comment>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>RowSentence</name>
    <message>
        <source>%1 opened, %2 mode, %3</source>
        <translation>%1 geöffnet, Modus %2, %3</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>connected: %1</source>
        <translation>verbunden: %1</translation>
    </message>
    <message>
        <source>disconnected: %1</source>
        <translation>getrennt: %1</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>%1 records lost, %2 bytes</source>
        <translation>%1 Einträge verloren, %2</translation>
    </message>
    <message>
        <source>reading paused: the recording cannot keep up</source>
        <translation>Lesen pausiert: die Aufzeichnung kommt nicht nach</translation>
    </message>
    <message>
        <source>reading resumed</source>
        <translation>Lesen fortgesetzt</translation>
    </message>
    <message>
        <source>client: %1</source>
        <translation>Client: %1</translation>
    </message>
    <message>
        <source>access as this client: %1</source>
        <translation>Zugriff als dieser Client: %1</translation>
    </message>
    <message>
        <source>read mode changed to %1</source>
        <translation>Lesemodus geändert: %1</translation>
    </message>
    <message>
        <source>held message of row %2: %1</source>
        <translation>angehaltene Nachricht aus Zeile %2: %1</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>unbekannt (%1)</translation>
    </message>
    <message>
        <source>file descriptors received with the next message and closed: %1</source>
        <translation>mit der nächsten Nachricht empfangen und geschlossen: %1 Dateideskriptoren</translation>
    </message>
    <message>
        <source>this end sends no more and still reads</source>
        <translation>dieses Ende sendet nichts mehr und liest weiter</translation>
    </message>
    <message>
        <source>listening again</source>
        <translation>wartet wieder auf Clients</translation>
    </message>
    <message>
        <source>the peer ended its sending and still reads</source>
        <translation>die Gegenstelle hat das Senden beendet und liest noch</translation>
    </message>
    <message>
        <source>target connected: %1</source>
        <translation>Ziel verbunden: %1</translation>
    </message>
</context>
<context>
    <name>RowText</name>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>verbindet mit %1</translation>
    </message>
    <message>
        <source>client of %1 closed</source>
        <translation>Client von %1 geschlossen</translation>
    </message>
    <message>
        <source>listening on %1 (%2)</source>
        <translation>lauscht auf %1 (%2)</translation>
    </message>
    <message>
        <source>server %1 stopped</source>
        <translation>Server %1 beendet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>connected: %1</source>
        <translation>verbunden: %1</translation>
    </message>
    <message>
        <source>disconnected: %1</source>
        <translation>getrennt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>reading paused: recording is behind, nothing is lost</source>
        <translation>Lesen pausiert: die Aufzeichnung ist im Rückstand, nichts geht verloren</translation>
    </message>
    <message>
        <source>(empty message)</source>
        <translation>(leere Nachricht)</translation>
    </message>
    <message>
        <source>client identified: %1</source>
        <translation>Client identifiziert: %1</translation>
    </message>
    <message>
        <source>access as this client: %1</source>
        <translation>Zugriff als dieser Client: %1</translation>
    </message>
    <message>
        <source>connected: %1, user %2</source>
        <translation>verbunden: %1, Benutzer %2</translation>
    </message>
    <message>
        <source>disconnected: %1; %2 not sent</source>
        <translation>getrennt: %1; %2 nicht gesendet</translation>
    </message>
    <message>
        <source>%1: %2; the peer may have read part of it</source>
        <translation>%1: %2; die Gegenstelle hat möglicherweise einen Teil gelesen</translation>
    </message>
    <message>
        <source>messages dropped: %1 (%2)</source>
        <translation>verworfene Nachrichten: %1 (%2)</translation>
    </message>
    <message>
        <source>read mode set to messages</source>
        <translation>Lesemodus: Nachrichten</translation>
    </message>
    <message>
        <source>read mode set to bytes</source>
        <translation>Lesemodus: Bytes</translation>
    </message>
    <message>
        <source>cannot read this row: %1</source>
        <translation>diese Zeile kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>(payload not recorded)</source>
        <translation>(Nutzdaten nicht aufgezeichnet)</translation>
    </message>
    <message>
        <source>is read as a stream of bytes: the pipe grants no right to set the read mode</source>
        <translation>wird als Bytestrom gelesen: Die Pipe gewährt kein Recht, den Lesemodus zu setzen</translation>
    </message>
    <message>
        <source>target connected: %1</source>
        <translation>Ziel verbunden: %1</translation>
    </message>
    <message>
        <source>file descriptors passed on with the next message: %1</source>
        <translation>Dateideskriptoren, mit der nächsten Nachricht weitergegeben: %1</translation>
    </message>
</context>
<context>
    <name>RowTitle</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Messages lost</source>
        <translation>Nachrichten verloren</translation>
    </message>
    <message>
        <source>Reading paused</source>
        <translation>Lesen angehalten</translation>
    </message>
    <message>
        <source>Reading resumed</source>
        <translation>Lesen fortgesetzt</translation>
    </message>
    <message>
        <source>Client identified</source>
        <translation>Client identifiziert</translation>
    </message>
    <message>
        <source>Access as this client</source>
        <translation>Zugriff als dieser Client</translation>
    </message>
    <message>
        <source>Read mode</source>
        <translation>Lesemodus</translation>
    </message>
    <message>
        <source>Held message</source>
        <translation>Angehaltene Nachricht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Descriptors passed</source>
        <translation>Deskriptoren übergeben</translation>
    </message>
    <message>
        <source>This end sends no more</source>
        <translation>Dieses Ende sendet nichts mehr</translation>
    </message>
    <message>
        <source>Listening again</source>
        <translation>Wartet wieder</translation>
    </message>
    <message>
        <source>Peer ended its sending</source>
        <translation>Gegenstelle hat das Senden beendet</translation>
    </message>
    <message>
        <source>Target connected</source>
        <translation>Ziel verbunden</translation>
    </message>
</context>
<context>
    <name>RowWord</name>
    <message>
        <source>peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>user</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>intercept</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>fuzz</source>
        <translation>Fuzzing</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>released</source>
        <translation>weitergegeben</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
</context>
<context>
    <name>SecurityRule</name>
    <message>
        <source>The access list is NULL</source>
        <translation>Die Zugriffsliste ist NULL</translation>
    </message>
    <message>
        <source>Everyone who can reach the pipe may read, write, create instances and change permissions.</source>
        <translation>Jeder, der die Pipe erreicht, darf lesen, schreiben, Instanzen anlegen und Berechtigungen ändern.</translation>
    </message>
    <message>
        <source>Set an access list that names the allowed accounts; the safe default is the user, Administrators and SYSTEM.</source>
        <translation>Eine Zugriffsliste mit den erlaubten Konten festlegen; sicher sind der Benutzer, Administratoren und SYSTEM.</translation>
    </message>
    <message>
        <source>No access list is set</source>
        <translation>Keine Zugriffsliste festgelegt</translation>
    </message>
    <message>
        <source>The system applies a default that depends on the user of the server and is not visible here.</source>
        <translation>Das System wendet einen Standard an, der vom Benutzer des Servers abhängt und hier nicht sichtbar ist.</translation>
    </message>
    <message>
        <source>Add D: with entries.</source>
        <translation>D: mit Einträgen hinzufügen.</translation>
    </message>
    <message>
        <source>The access list is empty</source>
        <translation>Die Zugriffsliste ist leer</translation>
    </message>
    <message>
        <source>No account can connect; only the owner can change that.</source>
        <translation>Kein Konto kann sich verbinden; nur der Besitzer kann das ändern.</translation>
    </message>
    <message>
        <source>Add an entry for each account that may connect.</source>
        <translation>Für jedes Konto, das sich verbinden darf, einen Eintrag hinzufügen.</translation>
    </message>
    <message>
        <source>Everyone may write</source>
        <translation>Jeder darf schreiben</translation>
    </message>
    <message>
        <source>Every local and network user, including guests, may send to the server.</source>
        <translation>Jeder lokale Benutzer und jeder Netzwerkbenutzer, auch Gäste, darf an den Server senden.</translation>
    </message>
    <message>
        <source>Name the users or groups that need access, or use Authenticated Users (AU) for all signed-in users.</source>
        <translation>Die Benutzer oder Gruppen nennen, die Zugriff brauchen, oder für alle Angemeldeten Authentifizierte Benutzer (AU).</translation>
    </message>
    <message>
        <source>Anonymous may write</source>
        <translation>Anonym darf schreiben</translation>
    </message>
    <message>
        <source>Clients without a user name and password may send to the server.</source>
        <translation>Clients ohne Benutzernamen und Kennwort dürfen an den Server senden.</translation>
    </message>
    <message>
        <source>Remove the entry of Anonymous (AN).</source>
        <translation>Den Eintrag von Anonym (AN) entfernen.</translation>
    </message>
    <message>
        <source>Network users may write</source>
        <translation>Benutzer aus dem Netz dürfen schreiben</translation>
    </message>
    <message>
        <source>Every client on another computer may send to the server.</source>
        <translation>Jeder Client auf einem anderen Computer darf an den Server senden.</translation>
    </message>
    <message>
        <source>Remove the entry of Network (NU), or deny it all access in the first entry.</source>
        <translation>Den Eintrag von Netzwerk (NU) entfernen oder ihm im ersten Eintrag jeden Zugriff verweigern.</translation>
    </message>
    <message>
        <source>Sandboxed apps may write</source>
        <translation>Apps in einer Sandbox dürfen schreiben</translation>
    </message>
    <message>
        <source>Sandboxed apps, including browser content, may send to a server outside the sandbox.</source>
        <translation>Apps in einer Sandbox, auch Browserinhalte, dürfen an einen Server außerhalb senden.</translation>
    </message>
    <message>
        <source>Name the package that needs access (S-1-15-2-…) instead of all packages, and validate its data.</source>
        <translation>Statt aller Pakete das eine nennen, das Zugriff braucht (S-1-15-2-…), und seine Daten prüfen.</translation>
    </message>
    <message>
        <source>A large group may write</source>
        <translation>Eine große Gruppe darf schreiben</translation>
    </message>
    <message>
        <source>Every member, and every program that a member runs, may send to the server.</source>
        <translation>Jedes Mitglied und jedes Programm, das ein Mitglied ausführt, darf an den Server senden.</translation>
    </message>
    <message>
        <source>Use a group of those who need write access; allow others to read at most.</source>
        <translation>Eine Gruppe derer verwenden, die Schreibzugriff brauchen; anderen höchstens Lesen erlauben.</translation>
    </message>
    <message>
        <source>Others can create instances</source>
        <translation>Andere können Instanzen anlegen</translation>
    </message>
    <message>
        <source>They can serve the same name and receive clients of this server. The right is FILE_CREATE_PIPE_INSTANCE, which every generic write includes.</source>
        <translation>Sie können denselben Namen bedienen und Clients dieses Servers erhalten. Das Recht ist FILE_CREATE_PIPE_INSTANCE, das jedes generische Schreiben einschließt.</translation>
    </message>
    <message>
        <source>Grant 0x12019b (read and write without this right) instead of FA, FW or GW; clients need no more.</source>
        <translation>0x12019b (Lesen und Schreiben ohne dieses Recht) statt FA, FW oder GW gewähren; mehr brauchen Clients nicht.</translation>
    </message>
    <message>
        <source>Others can change permissions</source>
        <translation>Andere können Berechtigungen ändern</translation>
    </message>
    <message>
        <source>With WRITE_DAC or WRITE_OWNER they can grant themselves every other right.</source>
        <translation>Mit WRITE_DAC oder WRITE_OWNER können sie sich jedes andere Recht gewähren.</translation>
    </message>
    <message>
        <source>Grant read and write only: 0x12019b.</source>
        <translation>Nur Lesen und Schreiben gewähren: 0x12019b.</translation>
    </message>
    <message>
        <source>A deny entry comes too late</source>
        <translation>Eine Verweigerung kommt zu spät</translation>
    </message>
    <message>
        <source>Entries are read in order, and one before it allows this account, or a group that contains it, what this one denies.</source>
        <translation>Einträge werden der Reihe nach gelesen, und einer davor erlaubt diesem Konto oder einer Gruppe, die es enthält, was dieser verweigert.</translation>
    </message>
    <message>
        <source>Place deny entries before allow entries.</source>
        <translation>Verweigernde Einträge vor erlaubende setzen.</translation>
    </message>
    <message>
        <source>An entry is not supported</source>
        <translation>Ein Eintrag wird nicht unterstützt</translation>
    </message>
    <message>
        <source>It may allow access that this check does not cover (a condition or an object entry).</source>
        <translation>Er kann Zugriff erlauben, den diese Prüfung nicht erfasst (Bedingung oder Objekteintrag).</translation>
    </message>
    <message>
        <source>Replace it with plain entries, or review it manually.</source>
        <translation>Ihn durch einfache Einträge ersetzen oder selbst prüfen.</translation>
    </message>
    <message>
        <source>The integrity label allows low-integrity writes</source>
        <translation>Die Integritätsbezeichnung erlaubt Schreiben mit niedriger Integrität</translation>
    </message>
    <message>
        <source>Low-integrity programs, such as a compromised browser, may write if the access list allows their user.</source>
        <translation>Programme niedriger Integrität, etwa ein kompromittierter Browser, dürfen schreiben, wenn die Zugriffsliste ihren Benutzer lässt.</translation>
    </message>
    <message>
        <source>Remove the label (medium then applies) or use S:(ML;;NW;;;ME), unless such programs are intended.</source>
        <translation>Die Bezeichnung entfernen (dann gilt mittel) oder S:(ML;;NW;;;ME) verwenden, außer solche Programme sind gewollt.</translation>
    </message>
    <message>
        <source>Other computers can reach the pipe</source>
        <translation>Andere Computer können die Pipe erreichen</translation>
    </message>
    <message>
        <source>Every allowed account may also connect over the network (SMB).</source>
        <translation>Jedes erlaubte Konto darf sich auch über das Netzwerk (SMB) verbinden.</translation>
    </message>
    <message>
        <source>Reject remote clients (PIPE_REJECT_REMOTE_CLIENTS), or deny Network first: (D;;FA;;;NU).</source>
        <translation>Entfernte Clients abweisen (PIPE_REJECT_REMOTE_CLIENTS) oder zuerst Netzwerk verweigern: (D;;FA;;;NU).</translation>
    </message>
    <message>
        <source>The first instance is not enforced</source>
        <translation>Die erste Instanz wird nicht erzwungen</translation>
    </message>
    <message>
        <source>If another program created the pipe first, this server joins it: that program&apos;s permissions apply, and it receives clients.</source>
        <translation>Hat ein anderes Programm die Pipe zuerst angelegt, tritt dieser Server ihr bei: Dessen Berechtigungen gelten, und es erhält Clients.</translation>
    </message>
    <message>
        <source>Unexpected owner</source>
        <translation>Unerwarteter Besitzer</translation>
    </message>
    <message>
        <source>The owner can always change permissions; an unexpected owner can mean that another program took the name first.</source>
        <translation>Der Besitzer kann Berechtigungen immer ändern; ein unerwarteter Besitzer kann bedeuten, dass ein anderes Programm den Namen zuerst hatte.</translation>
    </message>
    <message>
        <source>Find the process that serves the name; in a server, set the owner to its user.</source>
        <translation>Den Prozess finden, der den Namen bedient; als Server den eigenen Benutzer zum Besitzer machen.</translation>
    </message>
    <message>
        <source>The client allows impersonation</source>
        <translation>Der Client erlaubt den Identitätswechsel</translation>
    </message>
    <message>
        <source>The server of this name can act as this user, for example open files; with delegation also on other computers.</source>
        <translation>Der Server dieses Namens kann als dieser Benutzer handeln, etwa Dateien öffnen; mit Delegierung auch auf anderen Computern.</translation>
    </message>
    <message>
        <source>Open with SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION unless the server must impersonate the client.</source>
        <translation>Mit SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION öffnen, außer der Server muss die Identität wechseln.</translation>
    </message>
    <message>
        <source>Every user may connect to the socket</source>
        <translation>Jeder Benutzer darf sich mit dem Socket verbinden</translation>
    </message>
    <message>
        <source>Every user of this computer may send to the server.</source>
        <translation>Jeder Benutzer dieses Computers darf an den Server senden.</translation>
    </message>
    <message>
        <source>Remove access for others: chmod o-rwx, or set umask 077 before the server starts.</source>
        <translation>Anderen den Zugriff nehmen: chmod o-rwx, oder umask 077 setzen, bevor der Server startet.</translation>
    </message>
    <message>
        <source>The socket&apos;s group may connect</source>
        <translation>Die Gruppe des Sockets darf sich verbinden</translation>
    </message>
    <message>
        <source>Every member of the group may send to the server.</source>
        <translation>Jedes Mitglied der Gruppe darf an den Server senden.</translation>
    </message>
    <message>
        <source>Check who is in the group, or use chmod g-rwx.</source>
        <translation>Prüfen, wer in der Gruppe ist, oder chmod g-rwx benutzen.</translation>
    </message>
    <message>
        <source>The socket has an abstract name</source>
        <translation>Der Socket hat einen abstrakten Namen</translation>
    </message>
    <message>
        <source>Permissions do not apply to such a name: every process of this network namespace may connect.</source>
        <translation>Berechtigungen gelten für einen solchen Namen nicht: Jeder Prozess dieses Netzwerk-Namensraums darf sich verbinden.</translation>
    </message>
    <message>
        <source>Use a path in a private folder of the user, or check each client&apos;s user ID.</source>
        <translation>Einen Pfad in einem privaten Ordner des Benutzers verwenden oder die Benutzer-ID jedes Clients prüfen.</translation>
    </message>
    <message>
        <source>The socket belongs to another user</source>
        <translation>Der Socket gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>Another user serves this name and receives the data sent to it.</source>
        <translation>Ein anderer Benutzer bedient diesen Namen und erhält die gesendeten Daten.</translation>
    </message>
    <message>
        <source>Find out who serves it (ss -xlp) before connecting.</source>
        <translation>Vor dem Verbinden herausfinden, wer ihn bedient (ss -xlp).</translation>
    </message>
    <message>
        <source>Others may replace the socket</source>
        <translation>Andere können den Socket ersetzen</translation>
    </message>
    <message>
        <source>Others can write to its folder and replace the socket with their own.</source>
        <translation>Andere können in seinen Ordner schreiben und den Socket durch ihren eigenen ersetzen.</translation>
    </message>
    <message>
        <source>Use a private folder of the user, such as $XDG_RUNTIME_DIR.</source>
        <translation>Einen privaten Ordner des Benutzers verwenden, etwa $XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>All users share the folder</source>
        <translation>Alle Benutzer teilen sich den Ordner</translation>
    </message>
    <message>
        <source>Another user can take the name while the server is not running.</source>
        <translation>Ein anderer Benutzer kann den Namen nehmen, solange der Server nicht läuft.</translation>
    </message>
    <message>
        <source>Set FILE_FLAG_FIRST_PIPE_INSTANCE: the server then fails to start if the name is in use.</source>
        <translation>FILE_FLAG_FIRST_PIPE_INSTANCE setzen: Der Server startet dann nicht, wenn der Name vergeben ist.</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>WellKnownAccount</name>
    <message>
        <source>Everyone</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Authenticated Users</source>
        <translation>Authentifizierte Benutzer</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administratoren</translation>
    </message>
    <message>
        <source>SYSTEM</source>
        <translation>SYSTEM</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Interactive</source>
        <translation>Interaktiv</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Local Service</source>
        <translation>Lokaler Dienst</translation>
    </message>
    <message>
        <source>Network Service</source>
        <translation>Netzwerkdienst</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>All application packages</source>
        <translation>Alle Anwendungspakete</translation>
    </message>
    <message>
        <source>All restricted application packages</source>
        <translation>Alle eingeschränkten Anwendungspakete</translation>
    </message>
    <message>
        <source>Owner rights</source>
        <translation>Besitzerrechte</translation>
    </message>
    <message>
        <source>Creator owner</source>
        <translation>Ersteller-Besitzer</translation>
    </message>
    <message>
        <source>Creator group</source>
        <translation>Erstellergruppe</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Console logon</source>
        <translation>Konsolenanmeldung</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapelverarbeitung</translation>
    </message>
    <message>
        <source>Remote interactive logon</source>
        <translation>Interaktive Remoteanmeldung</translation>
    </message>
    <message>
        <source>Local account</source>
        <translation>Lokales Konto</translation>
    </message>
    <message>
        <source>Local account in Administrators</source>
        <translation>Lokales Konto in Administratoren</translation>
    </message>
    <message>
        <source>Restricted code</source>
        <translation>Eingeschränkter Code</translation>
    </message>
    <message>
        <source>Write restricted code</source>
        <translation>Schreibbeschränkter Code</translation>
    </message>
    <message>
        <source>Self</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>Enterprise domain controllers</source>
        <translation>Domänencontroller der Organisation</translation>
    </message>
    <message>
        <source>Power users</source>
        <translation>Hauptbenutzer</translation>
    </message>
    <message>
        <source>Account operators</source>
        <translation>Konten-Operatoren</translation>
    </message>
    <message>
        <source>Server operators</source>
        <translation>Server-Operatoren</translation>
    </message>
    <message>
        <source>Print operators</source>
        <translation>Druck-Operatoren</translation>
    </message>
    <message>
        <source>Backup operators</source>
        <translation>Sicherungs-Operatoren</translation>
    </message>
    <message>
        <source>Replicator</source>
        <translation>Replikations-Operator</translation>
    </message>
    <message>
        <source>Pre-Windows 2000 compatible access</source>
        <translation>Prä-Windows 2000 kompatibler Zugriff</translation>
    </message>
    <message>
        <source>Remote desktop users</source>
        <translation>Remotedesktopbenutzer</translation>
    </message>
    <message>
        <source>Network configuration operators</source>
        <translation>Netzwerkkonfigurations-Operatoren</translation>
    </message>
    <message>
        <source>Performance monitor users</source>
        <translation>Systemmonitorbenutzer</translation>
    </message>
    <message>
        <source>Performance log users</source>
        <translation>Leistungsprotokollbenutzer</translation>
    </message>
    <message>
        <source>IIS users</source>
        <translation>IIS-Benutzer</translation>
    </message>
    <message>
        <source>Cryptographic operators</source>
        <translation>Kryptografie-Operatoren</translation>
    </message>
    <message>
        <source>Event log readers</source>
        <translation>Ereignisprotokollleser</translation>
    </message>
    <message>
        <source>Certificate service DCOM access</source>
        <translation>Zertifikatdienst-DCOM-Zugriff</translation>
    </message>
    <message>
        <source>RDS remote access servers</source>
        <translation>RDS-Remotezugriffsserver</translation>
    </message>
    <message>
        <source>RDS endpoint servers</source>
        <translation>RDS-Endpunktserver</translation>
    </message>
    <message>
        <source>RDS management servers</source>
        <translation>RDS-Verwaltungsserver</translation>
    </message>
    <message>
        <source>Hyper-V administrators</source>
        <translation>Hyper-V-Administratoren</translation>
    </message>
    <message>
        <source>Access control assistance operators</source>
        <translation>Zugriffssteuerungs-Unterstützungsoperatoren</translation>
    </message>
    <message>
        <source>Remote management users</source>
        <translation>Remoteverwaltungsbenutzer</translation>
    </message>
    <message>
        <source>User-mode drivers</source>
        <translation>Benutzermodustreiber</translation>
    </message>
    <message>
        <source>Identity proven by an authority</source>
        <translation>Identität von einer Autorität bestätigt</translation>
    </message>
    <message>
        <source>Identity stated by a service</source>
        <translation>Identität von einem Dienst bestätigt</translation>
    </message>
    <message>
        <source>Untrusted integrity</source>
        <translation>Nicht vertrauenswürdige Integrität</translation>
    </message>
    <message>
        <source>Low integrity</source>
        <translation>Niedrige Integrität</translation>
    </message>
    <message>
        <source>Medium integrity</source>
        <translation>Mittlere Integrität</translation>
    </message>
    <message>
        <source>Medium plus integrity</source>
        <translation>Erhöhte mittlere Integrität</translation>
    </message>
    <message>
        <source>High integrity</source>
        <translation>Hohe Integrität</translation>
    </message>
    <message>
        <source>System integrity</source>
        <translation>Systemintegrität</translation>
    </message>
    <message>
        <source>Administrator of this computer</source>
        <translation>Administrator dieses Computers</translation>
    </message>
    <message>
        <source>Guest of this computer</source>
        <translation>Gast dieses Computers</translation>
    </message>
    <message>
        <source>Domain administrators</source>
        <translation>Domänen-Admins</translation>
    </message>
    <message>
        <source>Domain users</source>
        <translation>Domänenbenutzer</translation>
    </message>
    <message>
        <source>Domain guests</source>
        <translation>Domänengäste</translation>
    </message>
    <message>
        <source>Domain computers</source>
        <translation>Domänencomputer</translation>
    </message>
    <message>
        <source>Domain controllers</source>
        <translation>Domänencontroller</translation>
    </message>
    <message>
        <source>Certificate publishers</source>
        <translation>Zertifikatherausgeber</translation>
    </message>
    <message>
        <source>Schema administrators</source>
        <translation>Schema-Admins</translation>
    </message>
    <message>
        <source>Enterprise administrators</source>
        <translation>Organisations-Admins</translation>
    </message>
    <message>
        <source>Group policy administrators</source>
        <translation>Gruppenrichtlinien-Admins</translation>
    </message>
    <message>
        <source>RAS servers</source>
        <translation>RAS-Server</translation>
    </message>
    <message>
        <source>Enterprise read-only domain controllers</source>
        <translation>Schreibgeschützte Domänencontroller der Organisation</translation>
    </message>
    <message>
        <source>Cloneable domain controllers</source>
        <translation>Klonbare Domänencontroller</translation>
    </message>
    <message>
        <source>Protected users</source>
        <translation>Geschützte Benutzer</translation>
    </message>
    <message>
        <source>Key administrators</source>
        <translation>Schlüsseladministratoren</translation>
    </message>
    <message>
        <source>Enterprise key administrators</source>
        <translation>Schlüsseladministratoren der Organisation</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the session to a file</source>
        <translation>Die Sitzung in eine Datei speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the session to another file</source>
        <translation>Die Sitzung in eine andere Datei speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>New &amp;server…</source>
        <translation>Neuer &amp;Server …</translation>
    </message>
    <message>
        <source>New &amp;client…</source>
        <translation>Neuer &amp;Client …</translation>
    </message>
    <message>
        <source>Connect to a pipe of another program</source>
        <translation>Mit der Pipe eines anderen Programms verbinden</translation>
    </message>
    <message>
        <source>Stop &amp;all</source>
        <translation>&amp;Alles beenden</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Keep the newest row in view</source>
        <translation>Die neueste Zeile sichtbar halten</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find text or bytes in the log</source>
        <translation>Text oder Bytes im Protokoll suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Copy the selected messages as text</source>
        <translation>Die ausgewählten Nachrichten als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the selected messages as hex</source>
        <translation>Die ausgewählten Nachrichten als Hex kopieren</translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>Show the time since the first row</source>
        <translation>Die Zeit seit der ersten Zeile anzeigen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkombinationen</translation>
    </message>
    <message>
        <source>&amp;About PipeScope</source>
        <translation>Ü&amp;ber PipeScope</translation>
    </message>
    <message>
        <source>Security &amp;descriptors…</source>
        <translation>Sicherheits&amp;deskriptoren …</translation>
    </message>
    <message>
        <source>Call &amp;once…</source>
        <translation>&amp;Einmal aufrufen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>&amp;Nächste Markierung</translation>
    </message>
    <message>
        <source>Go to the next marked row</source>
        <translation>Zur nächsten markierten Zeile</translation>
    </message>
    <message>
        <source>&amp;Previous mark</source>
        <translation>&amp;Vorige Markierung</translation>
    </message>
    <message>
        <source>C&amp;omment…</source>
        <translation>K&amp;ommentar …</translation>
    </message>
    <message>
        <source>&amp;Row or time…</source>
        <translation>&amp;Zeile oder Zeit …</translation>
    </message>
    <message>
        <source>Rep&amp;ly</source>
        <translation>Ant&amp;wort</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>Anfra&amp;ge</translation>
    </message>
    <message>
        <source>&amp;Highlight rows…</source>
        <translation>Zeilen &amp;hervorheben …</translation>
    </message>
    <message>
        <source>Close all pipes and start an empty session</source>
        <translation>Alle Pipes schließen und eine leere Sitzung beginnen</translation>
    </message>
    <message>
        <source>Open a saved session</source>
        <translation>Eine gespeicherte Sitzung öffnen</translation>
    </message>
    <message>
        <source>Export rows as JSON, CSV, text, HTML or a session file</source>
        <translation>Zeilen als JSON, CSV, Text, HTML oder Sitzungsdatei exportieren</translation>
    </message>
    <message>
        <source>Close all pipes and quit PipeScope</source>
        <translation>Alle Pipes schließen und PipeScope beenden</translation>
    </message>
    <message>
        <source>Start a pipe server for other programs</source>
        <translation>Einen Pipe-Server für andere Programme starten</translation>
    </message>
    <message>
        <source>Send one message and read one reply (CallNamedPipe)</source>
        <translation>Eine Nachricht senden und eine Antwort lesen (CallNamedPipe)</translation>
    </message>
    <message>
        <source>Run a demo server and client</source>
        <translation>Demo-Server und -Client starten</translation>
    </message>
    <message>
        <source>Stop all servers and clients</source>
        <translation>Alle Server und Clients beenden</translation>
    </message>
    <message>
        <source>Pause the log (recording continues)</source>
        <translation>Das Protokoll anhalten (die Aufzeichnung läuft weiter)</translation>
    </message>
    <message>
        <source>Hide all current rows (they remain in the session)</source>
        <translation>Alle bisherigen Zeilen ausblenden (sie bleiben in der Sitzung)</translation>
    </message>
    <message>
        <source>Auto-&amp;scroll</source>
        <translation>Automatisch s&amp;crollen</translation>
    </message>
    <message>
        <source>&amp;Drop payloads instead of throttling</source>
        <translation>&amp;Nutzdaten verwerfen statt drosseln</translation>
    </message>
    <message>
        <source>If recording falls behind, drop and count payloads instead of reading more slowly</source>
        <translation>Bei Rückstand der Aufzeichnung Nutzdaten verwerfen und zählen, statt langsamer zu lesen</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>Zum nächsten Treffer gehen</translation>
    </message>
    <message>
        <source>Go to the previous match</source>
        <translation>Zum vorigen Treffer gehen</translation>
    </message>
    <message>
        <source>Focus the filter</source>
        <translation>Den Filter fokussieren</translation>
    </message>
    <message>
        <source>Mark or unmark the selected rows</source>
        <translation>Die ausgewählten Zeilen markieren oder Markierung aufheben</translation>
    </message>
    <message>
        <source>Go to the previous marked row</source>
        <translation>Zur vorigen markierten Zeile</translation>
    </message>
    <message>
        <source>Comment on the current row</source>
        <translation>Die aktuelle Zeile kommentieren</translation>
    </message>
    <message>
        <source>Go to a row number or a time</source>
        <translation>Zu einer Zeilennummer oder einer Zeit gehen</translation>
    </message>
    <message>
        <source>Go to the reply to this message</source>
        <translation>Zur Antwort auf diese Nachricht gehen</translation>
    </message>
    <message>
        <source>Go to the request that this message answers</source>
        <translation>Zur Anfrage gehen, auf die diese Nachricht antwortet</translation>
    </message>
    <message>
        <source>Set time reference &amp;here</source>
        <translation>Zeitreferenz &amp;hier setzen</translation>
    </message>
    <message>
        <source>Show times relative to the current row; repeat to clear</source>
        <translation>Zeiten relativ zur aktuellen Zeile anzeigen; erneut zum Aufheben</translation>
    </message>
    <message>
        <source>Show only the connection of the current row</source>
        <translation>Nur die Verbindung der aktuellen Zeile anzeigen</translation>
    </message>
    <message>
        <source>Edit the rules that colour rows</source>
        <translation>Die Regeln für Zeilenfarben bearbeiten</translation>
    </message>
    <message>
        <source>Copy the selected messages as C and C++ arrays</source>
        <translation>Die ausgewählten Nachrichten als C- und C++-Arrays kopieren</translation>
    </message>
    <message>
        <source>Save the payload of the current message to a file</source>
        <translation>Die Nutzdaten der aktuellen Nachricht in eine Datei speichern</translation>
    </message>
    <message>
        <source>Compare two selected messages side by side</source>
        <translation>Zwei ausgewählte Nachrichten nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Show the time of day</source>
        <translation>Die Uhrzeit anzeigen</translation>
    </message>
    <message>
        <source>Since &amp;first row</source>
        <translation>Seit der &amp;ersten Zeile</translation>
    </message>
    <message>
        <source>Since &amp;previous row</source>
        <translation>Seit der &amp;vorigen Zeile</translation>
    </message>
    <message>
        <source>Show the time since the previous row</source>
        <translation>Die Zeit seit der vorigen Zeile anzeigen</translation>
    </message>
    <message>
        <source>&amp;System default</source>
        <translation>&amp;Systemstandard</translation>
    </message>
    <message>
        <source>Follow the light or dark setting of the desktop</source>
        <translation>Der Hell-/Dunkel-Einstellung des Desktops folgen</translation>
    </message>
    <message>
        <source>Dark text on a light background</source>
        <translation>Dunkler Text auf hellem Hintergrund</translation>
    </message>
    <message>
        <source>Light text on a dark background</source>
        <translation>Heller Text auf dunklem Hintergrund</translation>
    </message>
    <message>
        <source>Use the language of the desktop if a translation is available</source>
        <translation>Die Sprache des Desktops verwenden, sofern eine Übersetzung verfügbar ist</translation>
    </message>
    <message>
        <source>Focus the next pane</source>
        <translation>Den nächsten Bereich fokussieren</translation>
    </message>
    <message>
        <source>Restore the default layout</source>
        <translation>Die Standardanordnung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Look up error…</source>
        <translation>&amp;Fehler nachschlagen …</translation>
    </message>
    <message>
        <source>Show causes and solutions for an error code</source>
        <translation>Ursachen und Lösungen zu einem Fehlercode anzeigen</translation>
    </message>
    <message>
        <source>Edit and audit pipe permissions</source>
        <translation>Pipe-Berechtigungen bearbeiten und prüfen</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Alle Tastenkombinationen anzeigen</translation>
    </message>
    <message>
        <source>Show version and licence</source>
        <translation>Version und Lizenz anzeigen</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>De&amp;mo</source>
        <translation>&amp;Demo</translation>
    </message>
    <message>
        <source>Sho&amp;w only this connection</source>
        <translation>Nur diese Ver&amp;bindung anzeigen</translation>
    </message>
    <message>
        <source>S&amp;ave payload…</source>
        <translation>N&amp;utzdaten speichern …</translation>
    </message>
    <message>
        <source>Compar&amp;e two messages…</source>
        <translation>Zwei Nachrichten &amp;vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Hex</source>
        <translation>&amp;Hex</translation>
    </message>
    <message>
        <source>C &amp;array</source>
        <translation>C-&amp;Array</translation>
    </message>
    <message>
        <source>Gro&amp;up reads into frames</source>
        <translation>&amp;Frames statt Lesevorgängen</translation>
    </message>
    <message>
        <source>Show frames instead of reads and writes of pipes with a framing rule</source>
        <translation>Frames statt Lese- und Schreibvorgängen von Pipes mit einer Framing-Regel anzeigen</translation>
    </message>
    <message>
        <source>F&amp;rames and requests…</source>
        <translation>Fram&amp;es und Anfragen …</translation>
    </message>
    <message>
        <source>Set the framing rule for the pipe of the current row, and which side sends requests</source>
        <translation>Framing-Regel für die Pipe der aktuellen Zeile festlegen, und welche Seite Anfragen sendet</translation>
    </message>
    <message>
        <source>Open the folder of your decoders, and see their errors</source>
        <translation>Den Ordner der eigenen Decoder öffnen und ihre Fehler sehen</translation>
    </message>
    <message>
        <source>L&amp;ua decoders…</source>
        <translation>L&amp;ua-Decoder …</translation>
    </message>
</context>
<context>
    <name>pipescope::AccessDialog</name>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>Registry key</source>
        <translation>Registrierungsschlüssel</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Execute</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Check access as this client</source>
        <translation>Zugriff als dieser Client prüfen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Only the target&apos;s permissions are read.</source>
        <translation>Nur die Berechtigungen des Ziels werden gelesen.</translation>
    </message>
    <message>
        <source>Select file</source>
        <translation>Datei auswählen</translation>
    </message>
</context>
<context>
    <name>pipescope::CallDialog</name>
    <message>
        <source>Call once</source>
        <translation>Einmal aufrufen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>Na&amp;chricht</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opens the pipe (waiting up to the server&apos;s default timeout), sends one message, reads one reply of up to %1, and closes the pipe.</source>
        <translation>Öffnet die Pipe (wartet höchstens den Standardtimeout des Servers), sendet eine Nachricht, liest eine Antwort von höchstens %1 und schließt die Pipe.</translation>
    </message>
    <message>
        <source>Opens the pipe (waiting up to %1 s), sends one message, reads one reply of up to %2, and closes the pipe.</source>
        <translation>Öffnet die Pipe (wartet höchstens %1 s), sendet eine Nachricht, liest eine Antwort von höchstens %2 und schließt die Pipe.</translation>
    </message>
</context>
<context>
    <name>pipescope::CommentDialog</name>
    <message>
        <source>Comment on row %1</source>
        <translation>Kommentar zu Zeile %1</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment on this row</source>
        <translation>Kommentar zu dieser Zeile</translation>
    </message>
    <message>
        <source>Too long: %1 (max. %2)</source>
        <translation>Zu lang: %1 (max. %2)</translation>
    </message>
    <message>
        <source>Saved with the session. Ctrl+Enter to save. Leave empty to delete.</source>
        <translation>Wird mit der Sitzung gespeichert. Strg+Eingabe zum Speichern. Zum Löschen leer lassen.</translation>
    </message>
</context>
<context>
    <name>pipescope::CompareDialog</name>
    <message>
        <source>≠ %1 changed at 0x%2</source>
        <translation>≠ %1 geändert bei 0x%2</translation>
    </message>
    <message>
        <source>− %1 only on the left, at 0x%2</source>
        <translation>− %1 nur links, bei 0x%2</translation>
    </message>
    <message>
        <source>+ %1 only on the right, at 0x%2</source>
        <translation>+ %1 nur rechts, bei 0x%2</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleich läuft …</translation>
    </message>
    <message>
        <source>Both messages are empty.</source>
        <translation>Beide Nachrichten sind leer.</translation>
    </message>
    <message>
        <source>Difference %1 of %2:</source>
        <translation>Unterschied %1 von %2:</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>&amp;Voriger Unterschied</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>P, Shift+F3</source>
        <translation>P, Umschalt+F3</translation>
    </message>
    <message>
        <source>N, F3</source>
        <translation>N, F3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The messages are identical.</source>
        <translation>Die Nachrichten sind identisch.</translation>
    </message>
    <message>
        <source>The messages differ too much to align: compared byte by byte from 0x%1.</source>
        <translation>Die Nachrichten sind zu verschieden für eine Ausrichtung: ab 0x%1 byteweise verglichen.</translation>
    </message>
    <message>
        <source>Only the first %1 are compared.</source>
        <translation>Nur die ersten %1 werden verglichen.</translation>
    </message>
</context>
<context>
    <name>pipescope::CompareView</name>
    <message>
        <source>Message comparison</source>
        <translation>Nachrichtenvergleich</translation>
    </message>
</context>
<context>
    <name>pipescope::ComposerPanel</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Sen&amp;d</source>
        <translation>Sen&amp;den</translation>
    </message>
    <message>
        <source>Sen&amp;d empty</source>
        <translation>Leer sen&amp;den</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>zählt …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Send (%1)</source>
        <translation>Senden (%1)</translation>
    </message>
    <message>
        <source>Send t&amp;o</source>
        <translation>Senden &amp;an</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Byte pipes cannot carry empty messages.</source>
        <translation>Byte-Pipes können keine leeren Nachrichten übertragen.</translation>
    </message>
    <message>
        <source>Select a single client of this server.</source>
        <translation>Einen einzelnen Client dieses Servers auswählen.</translation>
    </message>
    <message>
        <source>Requires message mode: a byte stream has no separate replies.</source>
        <translation>Erfordert den Nachrichtenmodus: Ein Bytestrom enthält keine einzelnen Antworten.</translation>
    </message>
    <message>
        <source>Write and read in one operation; the next message received is the reply</source>
        <translation>In einem Vorgang schreiben und lesen; die nächste empfangene Nachricht ist die Antwort</translation>
    </message>
    <message>
        <source>The input is empty. Ctrl+Enter sends a zero-byte message.</source>
        <translation>Die Eingabe ist leer. Strg+Eingabe sendet eine Nachricht mit 0 Bytes.</translation>
    </message>
    <message>
        <source>The input is empty. The button sends a zero-byte message.</source>
        <translation>Die Eingabe ist leer. Die Schaltfläche sendet eine Nachricht mit 0 Bytes.</translation>
    </message>
    <message>
        <source>Send with Enter</source>
        <translation>Mit Eingabe senden</translation>
    </message>
    <message>
        <source>Send with Ctrl+Enter</source>
        <translation>Mit Strg+Eingabe senden</translation>
    </message>
    <message>
        <source>&amp;Wait for reply</source>
        <translation>Auf Ant&amp;wort warten</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter inserts a line break, ↑ recalls sent messages</source>
        <translation>Eingabe sendet, Umschalt+Eingabe fügt einen Zeilenumbruch ein, ↑ ruft gesendete Nachrichten auf</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter inserts a line break, ↑ recalls sent messages</source>
        <translation>Strg+Eingabe sendet, Eingabe fügt einen Zeilenumbruch ein, ↑ ruft gesendete Nachrichten auf</translation>
    </message>
    <message>
        <source>Text; escapes such as \n or \x1B stand for single bytes</source>
        <translation>Text; Escapesequenzen wie \n oder \x1B stehen für einzelne Bytes</translation>
    </message>
    <message>
        <source>Hex bytes: 0A 0b · 0x0A, 0x0B · a pasted hex dump</source>
        <translation>Hex-Bytes: 0A 0b · 0x0A, 0x0B · ein eingefügter Hex-Dump</translation>
    </message>
</context>
<context>
    <name>pipescope::ConnectionDialogs</name>
    <message>
        <source>Read mode of %1 set to messages</source>
        <translation>Lesemodus von %1: Nachrichten</translation>
    </message>
    <message>
        <source>Read mode of %1 set to bytes</source>
        <translation>Lesemodus von %1: Bytes</translation>
    </message>
</context>
<context>
    <name>pipescope::DecodedPage</name>
    <message>
        <source>No bytes</source>
        <translation>Keine Bytes</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Cannot read the stream: %1</source>
        <translation>Der Strom kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Assembling the stream…</source>
        <translation>Strom wird zusammengesetzt …</translation>
    </message>
    <message>
        <source>No known format detected. Select a decoder below.</source>
        <translation>Kein bekanntes Format erkannt. Unten einen Decoder auswählen.</translation>
    </message>
    <message>
        <source>No frame contains bytes of this row</source>
        <translation>Kein Frame enthält Bytes dieser Zeile</translation>
    </message>
    <message>
        <source>Pretty-printed</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Side view</source>
        <translation>Nebenansicht</translation>
    </message>
    <message>
        <source>View next to the fields</source>
        <translation>Ansicht neben den Feldern</translation>
    </message>
    <message>
        <source>Pretty-printed text</source>
        <translation>Formatierter Text</translation>
    </message>
    <message>
        <source>Decoding…</source>
        <translation>Wird dekodiert …</translation>
    </message>
</context>
<context>
    <name>pipescope::DecoderBar</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Framing</translation>
    </message>
    <message>
        <source> B</source>
        <translation> B</translation>
    </message>
    <message>
        <source>Decoder for the payloads of this endpoint (saved by endpoint name)</source>
        <translation>Decoder für die Nutzdaten dieses Endpunkts (unter dem Endpunktnamen gespeichert)</translation>
    </message>
    <message>
        <source>Split the stream into frames for display (recorded data is unchanged)</source>
        <translation>Strom zur Anzeige in Frames teilen (aufgezeichnete Daten bleiben unverändert)</translation>
    </message>
    <message>
        <source>Frame size</source>
        <translation>Framegröße</translation>
    </message>
</context>
<context>
    <name>pipescope::DemoCommand</name>
    <message>
        <source>Start the demo in a new session?</source>
        <translation>Die Demo in einer neuen Sitzung starten?</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot start the demo</source>
        <translation>Demo kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>This session already contains rows. A new session closes all pipes of this session. PipeScope prompts you to save unsaved messages.</source>
        <translation>Diese Sitzung enthält bereits Zeilen. Eine neue Sitzung schließt alle Pipes dieser Sitzung. PipeScope bietet an, ungespeicherte Nachrichten zu speichern.</translation>
    </message>
</context>
<context>
    <name>pipescope::DemoScript</name>
    <message>
        <source>cannot write the screenshot: %1</source>
        <translation>das Bild kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>pipescope::DetailPanel</name>
    <message>
        <source>reading the rest…</source>
        <translation>Rest wird gelesen …</translation>
    </message>
    <message>
        <source>No row selected</source>
        <translation>Keine Zeile ausgewählt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>continued in a later row</source>
        <translation>geht in einer späteren Zeile weiter</translation>
    </message>
    <message>
        <source>in %1 fragments: %2</source>
        <translation>in %1 Fragmenten: %2</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Error explained</source>
        <translation>Fehler erklärt</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Decodiert</translation>
    </message>
    <message>
        <source>Cannot read the rest: %1</source>
        <translation>Der Rest kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Cannot read this row</source>
        <translation>Diese Zeile kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Select a row to inspect it.</source>
        <translation>Zum Untersuchen eine Zeile auswählen.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Row views</source>
        <translation>Zeilenansichten</translation>
    </message>
    <message>
        <source>malformed: %1</source>
        <translation>fehlerhaft: %1</translation>
    </message>
</context>
<context>
    <name>pipescope::EffectiveRights</name>
    <message numerus="yes">
        <source>Decided by entry %1.</source>
        <translation>
            <numerusform>Bestimmt durch Eintrag %1.</numerusform>
            <numerusform>Bestimmt durch die Einträge %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>over the network</source>
        <translation>über das Netzwerk</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
    <message>
        <source>low integrity</source>
        <translation>niedrige Integrität</translation>
    </message>
    <message>
        <source>medium integrity</source>
        <translation>mittlere Integrität</translation>
    </message>
    <message>
        <source>high integrity</source>
        <translation>hohe Integrität</translation>
    </message>
    <message>
        <source>system integrity</source>
        <translation>Systemintegrität</translation>
    </message>
    <message>
        <source>The integrity label denies the rest.</source>
        <translation>Die Integritätsbezeichnung verweigert den Rest.</translation>
    </message>
    <message>
        <source>No access list: access is unrestricted.</source>
        <translation>Keine Zugriffsliste: Der Zugriff ist unbeschränkt.</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Kein passender Eintrag.</translation>
    </message>
    <message>
        <source>E&amp;ffective access for</source>
        <translation>E&amp;ffektiver Zugriff für</translation>
    </message>
    <message>
        <source>Access from</source>
        <translation>Zugriff von</translation>
    </message>
    <message>
        <source>locally</source>
        <translation>lokal</translation>
    </message>
</context>
<context>
    <name>pipescope::EndpointsModel</name>
    <message>
        <source>Name / peer</source>
        <translation>Name / Gegenstelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>← Received</source>
        <translation>← Empfangen</translation>
    </message>
    <message>
        <source>→ Sent</source>
        <translation>→ Gesendet</translation>
    </message>
    <message>
        <source>Messages and bytes received</source>
        <translation>Empfangene Nachrichten und Bytes</translation>
    </message>
    <message>
        <source>Messages and bytes sent</source>
        <translation>Gesendete Nachrichten und Bytes</translation>
    </message>
    <message>
        <source>Process ID of the peer</source>
        <translation>Prozess-ID der Gegenstelle</translation>
    </message>
</context>
<context>
    <name>pipescope::EndpointsPanel</name>
    <message>
        <source>listening</source>
        <translation>lauscht</translation>
    </message>
    <message>
        <source>listening · 1 client</source>
        <translation>lauscht · 1 Client</translation>
    </message>
    <message>
        <source>listening · %1 clients</source>
        <translation>lauscht · %1 Clients</translation>
    </message>
    <message>
        <source>%1 of 1 client</source>
        <translation>%1 von 1 Client</translation>
    </message>
    <message>
        <source>%1 of %2 clients</source>
        <translation>%1 von %2 Clients</translation>
    </message>
    <message>
        <source>listening · %1</source>
        <translation>lauscht · %1</translation>
    </message>
    <message>
        <source>full · %1</source>
        <translation>voll · %1</translation>
    </message>
    <message>
        <source>%1: %2 messages, %3</source>
        <translation>%1: %2 Nachrichten, %3</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>unknown program</source>
        <translation>unbekanntes Programm</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Process ID %1</source>
        <translation>Prozess-ID %1</translation>
    </message>
    <message>
        <source>New server…</source>
        <translation>Neuer Server …</translation>
    </message>
    <message>
        <source>New client…</source>
        <translation>Neuer Client …</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy process ID</source>
        <translation>Prozess-ID kopieren</translation>
    </message>
    <message>
        <source>Read as messages</source>
        <translation>Als Nachrichten lesen</translation>
    </message>
    <message>
        <source>Read as bytes</source>
        <translation>Als Bytes lesen</translation>
    </message>
    <message>
        <source>Check security…</source>
        <translation>Sicherheit prüfen …</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>connected · reading paused</source>
        <translation>verbunden · Lesen pausiert</translation>
    </message>
    <message>
        <source>User unknown: %1</source>
        <translation>Benutzer unbekannt: %1</translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation>Keine Endpunkte</translation>
    </message>
    <message>
        <source>Start a pipe server or connect to an existing pipe.</source>
        <translation>Einen Pipe-Server starten oder mit einer vorhandenen Pipe verbinden.</translation>
    </message>
    <message>
        <source>Run the demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Send queued data first, then close</source>
        <translation>Zuerst wartende Daten senden, dann schließen</translation>
    </message>
    <message>
        <source>Abort connection</source>
        <translation>Verbindung abbrechen</translation>
    </message>
    <message>
        <source>Discard queued data and close immediately</source>
        <translation>Wartende Daten verwerfen und sofort schließen</translation>
    </message>
    <message>
        <source>Close all its connections and release the name</source>
        <translation>Alle Verbindungen schließen und den Namen freigeben</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard queued data, close all connections and release the name</source>
        <translation>Wartende Daten verwerfen, alle Verbindungen schließen und den Namen freigeben</translation>
    </message>
    <message>
        <source>Pipe properties…</source>
        <translation>Pipe-Eigenschaften …</translation>
    </message>
    <message>
        <source>Check the current permissions of the pipe</source>
        <translation>Die aktuellen Berechtigungen der Pipe prüfen</translation>
    </message>
    <message>
        <source>Keep closed connections</source>
        <translation>Geschlossene Verbindungen behalten</translation>
    </message>
    <message>
        <source>Remove closed connections</source>
        <translation>Geschlossene Verbindungen entfernen</translation>
    </message>
    <message>
        <source>End sending</source>
        <translation>Senden beenden</translation>
    </message>
    <message>
        <source>Process ID %1 on another computer</source>
        <translation>Prozess-ID %1 auf einem anderen Computer</translation>
    </message>
    <message>
        <source>Program unknown: %1</source>
        <translation>Programm unbekannt: %1</translation>
    </message>
    <message>
        <source>Process ID unknown: %1</source>
        <translation>Prozess-ID unbekannt: %1</translation>
    </message>
    <message>
        <source>Go to newest row</source>
        <translation>Zur neuesten Zeile gehen</translation>
    </message>
    <message>
        <source>Peer identity…</source>
        <translation>Identität der Gegenstelle …</translation>
    </message>
    <message>
        <source>Tells the peer that no more data follows. It can still answer.</source>
        <translation>Sagt der Gegenstelle, dass keine Daten mehr folgen. Sie kann noch antworten.</translation>
    </message>
    <message>
        <source>Windows pipes have no half-close. Disconnect instead.</source>
        <translation>Pipes von Windows haben kein einseitiges Ende. Trennen Sie stattdessen.</translation>
    </message>
    <message>
        <source>Frames and requests…</source>
        <translation>Frames und Anfragen …</translation>
    </message>
    <message>
        <source>Set the framing rule of this pipe, and which side sends requests</source>
        <translation>Framing-Regel dieser Pipe festlegen, und welche Seite Anfragen sendet</translation>
    </message>
</context>
<context>
    <name>pipescope::EntriesModel</name>
    <message>
        <source>Allows</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Denies</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Create instance</source>
        <translation>Instanz erstellen</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollzugriff</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The entry is kept unchanged.</source>
        <translation>Der Eintrag bleibt unverändert.</translation>
    </message>
    <message>
        <source>Create instances of the pipe: FILE_CREATE_PIPE_INSTANCE</source>
        <translation>Instanzen der Pipe erstellen: FILE_CREATE_PIPE_INSTANCE</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
</context>
<context>
    <name>pipescope::ErrorLookupDialog</name>
    <message>
        <source>On %1</source>
        <translation>Unter %1</translation>
    </message>
    <message>
        <source>&amp;Code or name</source>
        <translation>&amp;Code oder Name</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>System call that returned the code</source>
        <translation>Systemaufruf, der den Code zurückgab</translation>
    </message>
    <message>
        <source>The causes do not depend on the system call</source>
        <translation>Die Ursachen hängen nicht vom Systemaufruf ab</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Enter an error code</source>
        <translation>Fehlercode eingeben</translation>
    </message>
    <message>
        <source>Unknown error code</source>
        <translation>Unbekannter Fehlercode</translation>
    </message>
    <message>
        <source>Accepted: a number (231 or 0xE7), a name (ERROR_PIPE_BUSY, EPIPE), an HRESULT (0x800700E7) or an NTSTATUS (0xC000014B).</source>
        <translation>Zulässig: eine Zahl (231 oder 0xE7), ein Name (ERROR_PIPE_BUSY, EPIPE), ein HRESULT (0x800700E7) oder ein NTSTATUS (0xC000014B).</translation>
    </message>
    <message>
        <source>Look up error</source>
        <translation>Fehler nachschlagen</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>&amp;Plattform</translation>
    </message>
    <message>
        <source>Platform of a numeric code (names are unambiguous)</source>
        <translation>Plattform eines numerischen Codes (Namen sind eindeutig)</translation>
    </message>
    <message>
        <source>&amp;System call</source>
        <translation>&amp;Systemaufruf</translation>
    </message>
</context>
<context>
    <name>pipescope::ExplorerCommands</name>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Inspect pipe</source>
        <translation>Pipe untersuchen</translation>
    </message>
    <message>
        <source>PipeScope opens %1 once with minimal access.</source>
        <translation>PipeScope öffnet %1 einmal mit minimalem Zugriff.</translation>
    </message>
    <message>
        <source>The server sees a client connect and disconnect. Some servers do not handle this well; a single-instance pipe is busy meanwhile.</source>
        <translation>Der Server sieht, wie sich ein Client verbindet und trennt. Manche Server kommen damit nicht zurecht; eine Pipe mit nur einer Instanz ist solange belegt.</translation>
    </message>
    <message>
        <source>Do not ask again until PipeScope is closed</source>
        <translation>Bis zum Schließen von PipeScope nicht erneut fragen</translation>
    </message>
</context>
<context>
    <name>pipescope::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;All rows (%1)</source>
        <translation>&amp;Alle Zeilen (%1)</translation>
    </message>
    <message>
        <source>&amp;Selected rows (%1)</source>
        <translation>Au&amp;sgewählte Zeilen (%1)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>F&amp;iltered rows (%1)</source>
        <translation>Gef&amp;ilterte Zeilen (%1)</translation>
    </message>
    <message>
        <source>F&amp;iltered rows (%1 so far)</source>
        <translation>Gef&amp;ilterte Zeilen (bisher %1)</translation>
    </message>
    <message>
        <source>The filter is still running</source>
        <translation>Der Filter läuft noch</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Übliche</translation>
    </message>
    <message>
        <source>Usual, with latency</source>
        <translation>Übliche, mit Latenz</translation>
    </message>
    <message>
        <source>As in the log</source>
        <translation>Wie im Protokoll</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>all, latency, json.method</source>
        <translation>all, latency, json.method</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns of the row and fields of decoded messages, separated by commas</source>
        <translation>Spalten der Zeile und Felder dekodierter Nachrichten, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>All &amp;decoded fields (member &quot;decoded&quot;)</source>
        <translation>Alle &amp;dekodierten Felder (Member „decoded“)</translation>
    </message>
</context>
<context>
    <name>pipescope::FactsPage</name>
    <message>
        <source>Likely causes and solutions</source>
        <translation>Wahrscheinliche Ursachen und Lösungen</translation>
    </message>
</context>
<context>
    <name>pipescope::FieldModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Offset, length</source>
        <translation>Offset, Länge</translation>
    </message>
</context>
<context>
    <name>pipescope::FilterBar</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show all rows (Esc)</source>
        <translation>Alle Zeilen anzeigen (Esc)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No saved filters</source>
        <translation>Keine gespeicherten Filter</translation>
    </message>
    <message>
        <source>Save filter…</source>
        <translation>Filter speichern …</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Filter name</source>
        <translation>Filtername</translation>
    </message>
    <message>
        <source>Filter rows, e.g. conn == 3 &amp;&amp; text contains &quot;login&quot;</source>
        <translation>Zeilen filtern, z. B. conn == 3 &amp;&amp; text contains &quot;login&quot;</translation>
    </message>
    <message>
        <source>Ctrl+Space shows completions</source>
        <translation>Strg+Leertaste zeigt Vervollständigungen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
</context>
<context>
    <name>pipescope::FilterController</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 undecided</source>
        <translation>%1, %2 unentschieden</translation>
    </message>
    <message>
        <source>The regular expression takes too long for these rows; they are not shown. Simplify the expression.</source>
        <translation>Der reguläre Ausdruck benötigt für diese Zeilen zu lange; sie werden nicht angezeigt. Den Ausdruck vereinfachen.</translation>
    </message>
    <message>
        <source>Apply as filter</source>
        <translation>Als Filter anwenden</translation>
    </message>
</context>
<context>
    <name>pipescope::FindBar</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Find in messages and events</source>
        <translation>In Nachrichten und Ereignissen suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find text, hex or a filter</source>
        <translation>Text, Hex oder einen Filter suchen</translation>
    </message>
    <message>
        <source>Search for text, hex bytes or a filter</source>
        <translation>Nach Text, Hex-Bytes oder einem Filter suchen</translation>
    </message>
    <message>
        <source>Hex bytes, e.g. 0A 0b or 0x0A0b</source>
        <translation>Hex-Bytes, z. B. 0A 0b oder 0x0A0b</translation>
    </message>
    <message>
        <source>Filter, e.g. conn == 3 &amp;&amp; len &gt; 100</source>
        <translation>Filter, z. B. conn == 3 &amp;&amp; len &gt; 100</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pipescope::FindController</name>
    <message>
        <source>searching…</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>%1 von bisher %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>rows found so far: %1</source>
        <translation>Zeilen bisher gefunden: %1</translation>
    </message>
    <message>
        <source>rows found: %1</source>
        <translation>Zeilen gefunden: %1</translation>
    </message>
    <message>
        <source>%1, wrapped to the top</source>
        <translation>%1, am Anfang fortgesetzt</translation>
    </message>
    <message>
        <source>%1, wrapped to the bottom</source>
        <translation>%1, am Ende fortgesetzt</translation>
    </message>
</context>
<context>
    <name>pipescope::FindingsPanel</name>
    <message>
        <source> (entry %1)</source>
        <translation> (Eintrag %1)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Security check: %n finding(s)</source>
        <translation>
            <numerusform>&amp;Sicherheitsprüfung: %n Befund</numerusform>
            <numerusform>&amp;Sicherheitsprüfung: %n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix:</source>
        <translation>Abhilfe:</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Siehe</translation>
    </message>
    <message>
        <source>Findings of the security check</source>
        <translation>Befunde der Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>&amp;Security check: no findings</source>
        <translation>&amp;Sicherheitsprüfung: keine Befunde</translation>
    </message>
</context>
<context>
    <name>pipescope::FollowBar</name>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen anzeigen</translation>
    </message>
    <message>
        <source>Show all connections (Esc)</source>
        <translation>Alle Verbindungen anzeigen (Esc)</translation>
    </message>
</context>
<context>
    <name>pipescope::FollowController</name>
    <message>
        <source>This row does not belong to a connection.</source>
        <translation>Diese Zeile gehört zu keiner Verbindung.</translation>
    </message>
    <message>
        <source>Showing connection %1 only (%2 rows so far)</source>
        <translation>Nur Verbindung %1 angezeigt (bisher %2 Zeilen)</translation>
    </message>
    <message>
        <source>Showing connection %1 only (%2 rows)</source>
        <translation>Nur Verbindung %1 angezeigt (%2 Zeilen)</translation>
    </message>
</context>
<context>
    <name>pipescope::FormatBar</name>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Line ending</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>+ LF (\n)</source>
        <translation>+ LF (\n)</translation>
    </message>
    <message>
        <source>+ CRLF (\r\n)</source>
        <translation>+ CRLF (\r\n)</translation>
    </message>
    <message>
        <source>+ NUL (\0)</source>
        <translation>+ NUL (\0)</translation>
    </message>
    <message>
        <source>Applies to text only: hex input specifies every byte.</source>
        <translation>Gilt nur für Text: Die Hex-Eingabe gibt jedes Byte an.</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>Kodierung des Textes</translation>
    </message>
    <message>
        <source>Appended to each message</source>
        <translation>Wird an jede Nachricht angehängt</translation>
    </message>
    <message>
        <source>Enter text. Escapes for single bytes: \n \r \t \0 \\ \xHH</source>
        <translation>Text eingeben. Escapesequenzen für einzelne Bytes: \n \r \t \0 \\ \xHH</translation>
    </message>
    <message>
        <source>Enter bytes as 0A 0b, 0x0A or \x0a, or paste a hex dump.</source>
        <translation>Bytes als 0A 0b, 0x0A oder \x0a eingeben oder einen Hex-Dump einfügen.</translation>
    </message>
    <message>
        <source>no line ending</source>
        <translation>kein Zeilenende</translation>
    </message>
</context>
<context>
    <name>pipescope::FrameCommands</name>
    <message>
        <source>Cannot assemble frames: %1</source>
        <translation>Frames können nicht zusammengesetzt werden: %1</translation>
    </message>
    <message>
        <source>Select a row of a pipe.</source>
        <translation>Wählen Sie eine Zeile einer Pipe aus.</translation>
    </message>
    <message>
        <source>No message types for %1: %2</source>
        <translation>Keine Nachrichtentypen für %1: %2</translation>
    </message>
</context>
<context>
    <name>pipescope::FramePreview</name>
    <message>
        <source>Cannot read the stream: %1</source>
        <translation>Der Strom kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>No data yet. Frames appear here.</source>
        <translation>Noch keine Daten. Frames erscheinen hier.</translation>
    </message>
    <message>
        <source>%1 whole frames, %2 malformed; %3 % of %4 explained</source>
        <translation>%1 ganze Frames, %2 fehlerhafte; %3 % von %4 erklärt</translation>
    </message>
    <message>
        <source>(beginning of the streams)</source>
        <translation>(Anfang der Ströme)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>First frames</source>
        <translation>Erste Frames</translation>
    </message>
</context>
<context>
    <name>pipescope::FrameSwitch</name>
    <message>
        <source>Reads</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>%1 (%2 switches)</source>
        <translation>%1 (%2 wechselt)</translation>
    </message>
    <message>
        <source>Show reads and writes as they were recorded</source>
        <translation>Lese- und Schreibvorgänge anzeigen, wie sie aufgezeichnet wurden</translation>
    </message>
    <message>
        <source>Show frames instead of reads and writes</source>
        <translation>Frames statt Lese- und Schreibvorgängen anzeigen</translation>
    </message>
    <message>
        <source>Assembling frames… %1 %</source>
        <translation>Frames werden zusammengesetzt … %1 %</translation>
    </message>
    <message>
        <source>No framing rule for the byte pipes of this session. Set one with Frames and requests… in the menu of a row.</source>
        <translation>Keine Framing-Regel für die Byte-Pipes dieser Sitzung. „Frames und Anfragen …“ im Menü einer Zeile legt eine fest.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>pipescope::FramesDialog</name>
    <message>
        <source>Detecting…</source>
        <translation>Wird erkannt …</translation>
    </message>
    <message>
        <source>Choose a protocol, enter a rule, or detect it from the data.</source>
        <translation>Ein Protokoll wählen, eine Regel eingeben oder sie aus den Daten erkennen.</translation>
    </message>
    <message>
        <source>Reads stay as they were recorded.</source>
        <translation>Lesevorgänge bleiben, wie sie aufgezeichnet wurden.</translation>
    </message>
    <message>
        <source>No known framing fits the data. Choose a protocol or enter a rule.</source>
        <translation>Kein bekanntes Framing passt zu den Daten. Ein Protokoll wählen oder eine Regel eingeben.</translation>
    </message>
    <message>
        <source>No known framing fits the data.</source>
        <translation>Kein bekanntes Framing passt zu den Daten.</translation>
    </message>
    <message>
        <source>%1 (%2 frames, %3 %)</source>
        <translation>%1 (%2 Frames, %3 %)</translation>
    </message>
    <message>
        <source>Detected by the pipe&apos;s name: %1.</source>
        <translation>Am Namen der Pipe erkannt: %1.</translation>
    </message>
    <message>
        <source>Detected: %1.</source>
        <translation>Erkannt: %1.</translation>
    </message>
    <message>
        <source>Others: %1.</source>
        <translation>Andere: %1.</translation>
    </message>
    <message>
        <source>A byte pipe has no messages: reads and writes can end anywhere. A framing rule tells where frames end. It is saved by pipe name; recorded data does not change.</source>
        <translation>Eine Byte-Pipe hat keine Nachrichten: Lese- und Schreibvorgänge können überall enden. Eine Framing-Regel sagt, wo Frames enden. Sie wird unter dem Namen der Pipe gespeichert; aufgezeichnete Daten ändern sich nicht.</translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Detect</source>
        <translation>&amp;Erkennen</translation>
    </message>
    <message>
        <source>Try known framings on the first data of this pipe</source>
        <translation>Bekannte Framings an den ersten Daten dieser Pipe versuchen</translation>
    </message>
    <message>
        <source>Re&amp;move rule</source>
        <translation>Regel e&amp;ntfernen</translation>
    </message>
    <message>
        <source>&amp;All rules…</source>
        <translation>&amp;Alle Regeln …</translation>
    </message>
    <message>
        <source>Other rule</source>
        <translation>Andere Regel</translation>
    </message>
    <message>
        <source>&amp;Show frames</source>
        <translation>&amp;Frames anzeigen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Frames and requests of %1</source>
        <translation>Frames und Anfragen von %1</translation>
    </message>
    <message>
        <source>Each message of this pipe is a frame. The choice is saved by pipe name.</source>
        <translation>Jede Nachricht dieser Pipe ist ein Frame. Die Auswahl wird je Pipe-Name gespeichert.</translation>
    </message>
    <message>
        <source>Re&amp;quests from</source>
        <translation>Anfra&amp;gen von</translation>
    </message>
    <message>
        <source>Decides which messages are replies, if messages have no ids. Messages with ids are paired by them.</source>
        <translation>Bestimmt, welche Nachrichten Antworten sind, wenn sie keine IDs haben. Nachrichten mit IDs werden nach diesen zugeordnet.</translation>
    </message>
    <message>
        <source>the side that connected</source>
        <translation>der Seite, die sich verbunden hat</translation>
    </message>
    <message>
        <source>the side that serves</source>
        <translation>der Seite, die die Pipe bereitstellt</translation>
    </message>
</context>
<context>
    <name>pipescope::GoToDialog</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Row or time</source>
        <translation>&amp;Zeile oder Zeit</translation>
    </message>
    <message>
        <source>12345, +100, -100, 14:03:07.5</source>
        <translation>12345, +100, -100, 14:03:07,5</translation>
    </message>
    <message>
        <source>Row or time</source>
        <translation>Zeile oder Zeit</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Rows 1 to %1. Times without a date refer to %2.</source>
        <translation>Zeilen 1 bis %1. Zeiten ohne Datum gelten für den %2.</translation>
    </message>
    <message>
        <source>Expected a row number or a time such as 14:03:07 or 2026-11-22 14:03:07.25</source>
        <translation>Erwartet: Zeilennummer oder Zeit wie 14:03:07 oder 2026-11-22 14:03:07,25</translation>
    </message>
    <message>
        <source>First row at or after %1</source>
        <translation>Erste Zeile um oder nach %1</translation>
    </message>
    <message>
        <source>Expected a row from 1 to %1.</source>
        <translation>Erwartet: Zeile 1 bis %1.</translation>
    </message>
</context>
<context>
    <name>pipescope::HexPage</name>
    <message>
        <source>Only the first %1 of %2 were copied.</source>
        <translation>Nur die ersten %1 von %2 wurden kopiert.</translation>
    </message>
    <message>
        <source>no bytes</source>
        <translation>keine Bytes</translation>
    </message>
    <message>
        <source>offset 0x%1 (%2)</source>
        <translation>Offset 0x%1 (%2)</translation>
    </message>
    <message>
        <source>offset 0x%1 (%2), %3 selected</source>
        <translation>Offset 0x%1 (%2), %3 ausgewählt</translation>
    </message>
</context>
<context>
    <name>pipescope::HexView</name>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Hex dump</source>
        <translation>Hex-Dump</translation>
    </message>
</context>
<context>
    <name>pipescope::HighlightDialog</name>
    <message>
        <source>Highlight rows</source>
        <translation>Zeilen hervorheben</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>dir == in &amp;&amp; len &gt; 1000</source>
        <translation>dir == in &amp;&amp; len &gt; 1000</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>F&amp;arbe</translation>
    </message>
    <message>
        <source>The first matching rule wins</source>
        <translation>Die erste passende Regel gilt</translation>
    </message>
    <message>
        <source>(no filter)</source>
        <translation>(kein Filter)</translation>
    </message>
    <message>
        <source>No rules. A rule colours the rows that match its filter. The first matching rule wins.</source>
        <translation>Keine Regeln. Eine Regel färbt die Zeilen, die zu ihrem Filter passen. Die erste passende Regel gilt.</translation>
    </message>
    <message>
        <source>The first matching rule wins.</source>
        <translation>Die erste passende Regel gilt.</translation>
    </message>
    <message>
        <source>Another rule is invalid (shown in red).</source>
        <translation>Eine andere Regel ist ungültig (rot dargestellt).</translation>
    </message>
</context>
<context>
    <name>pipescope::IdentityCard</name>
    <message>
        <source>Access as this client</source>
        <translation>Zugriff als dieser Client</translation>
    </message>
    <message>
        <source>Identify client</source>
        <translation>Client identifizieren</translation>
    </message>
    <message>
        <source>Groups and privileges</source>
        <translation>Gruppen und Privilegien</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Groups and privileges of the process</source>
        <translation>Gruppen und Privilegien des Prozesses</translation>
    </message>
    <message>
        <source>Client, reported by the pipe</source>
        <translation>Client laut Pipe</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>Peer identity: %1</source>
        <translation>Identität der Gegenstelle: %1</translation>
    </message>
    <message>
        <source>The connection has ended. These details were read before it ended.</source>
        <translation>Die Verbindung ist beendet. Diese Angaben wurden vor dem Ende gelesen.</translation>
    </message>
    <message>
        <source>For display only: process IDs can be spoofed and are reused.</source>
        <translation>Nur zur Anzeige: Prozess-IDs können gefälscht sein und werden wiederverwendet.</translation>
    </message>
    <message>
        <source>Identify the client by impersonating it briefly. Windows allows this after the first data has been received.</source>
        <translation>Den Client durch kurzen Identitätswechsel identifizieren. Windows erlaubt dies, sobald Daten empfangen wurden.</translation>
    </message>
    <message>
        <source>Check access as this client…</source>
        <translation>Zugriff als dieser Client prüfen …</translation>
    </message>
    <message>
        <source>Check whether the client can access a file or registry key. Only the target&apos;s permissions are read.</source>
        <translation>Prüfen, ob der Client auf eine Datei oder einen Registrierungsschlüssel zugreifen kann. Nur die Berechtigungen des Ziels werden gelesen.</translation>
    </message>
</context>
<context>
    <name>pipescope::InputController</name>
    <message>
        <source>Long line shown as hex (same bytes).</source>
        <translation>Lange Zeile als Hex angezeigt (gleiche Bytes).</translation>
    </message>
    <message>
        <source>Input not accepted. Invalid character %1: %2</source>
        <translation>Eingabe nicht übernommen. Ungültiges Zeichen %1: %2</translation>
    </message>
</context>
<context>
    <name>pipescope::InspectDialog</name>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Owner ID</source>
        <translation>Besitzer-ID</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>Gruppen-ID</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Server process</source>
        <translation>Serverprozess</translation>
    </message>
    <message>
        <source>Server program</source>
        <translation>Serverprogramm</translation>
    </message>
    <message>
        <source>Server session</source>
        <translation>Serversitzung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>kein</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>nach Bedarf</translation>
    </message>
    <message>
        <source>Inspecting…</source>
        <translation>Wird untersucht …</translation>
    </message>
    <message>
        <source>The pipe was opened once with minimal access, then closed.</source>
        <translation>Die Pipe wurde einmal mit minimalem Zugriff geöffnet und wieder geschlossen.</translation>
    </message>
    <message>
        <source>No connection was made: the socket file and the system were queried.</source>
        <translation>Es wurde keine Verbindung hergestellt: Abgefragt wurden die Socketdatei und das System.</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>Inspect pipe</source>
        <translation>Pipe untersuchen</translation>
    </message>
    <message>
        <source>Clone as server…</source>
        <translation>Als Server klonen …</translation>
    </message>
    <message>
        <source>Initial read mode</source>
        <translation>Anfänglicher Lesemodus</translation>
    </message>
    <message>
        <source>Current instances</source>
        <translation>Aktuelle Instanzen</translation>
    </message>
    <message>
        <source>Max. instances</source>
        <translation>Max. Instanzen</translation>
    </message>
    <message>
        <source>Output buffer</source>
        <translation>Ausgabepuffer</translation>
    </message>
    <message>
        <source>Input buffer</source>
        <translation>Eingabepuffer</translation>
    </message>
    <message>
        <source>Pending clients</source>
        <translation>Wartende Clients</translation>
    </message>
</context>
<context>
    <name>pipescope::LogHeader</name>
    <message>
        <source>Conn.</source>
        <translation>Verb.</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>⇄</source>
        <translation>⇄</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>→ sent, ← received, ● event</source>
        <translation>→ gesendet, ← empfangen, ● Ereignis</translation>
    </message>
    <message>
        <source>Length of the message in bytes</source>
        <translation>Länge der Nachricht in Bytes</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Row number</source>
        <translation>Zeilennummer</translation>
    </message>
    <message>
        <source>Time in microseconds</source>
        <translation>Zeit in Mikrosekunden</translation>
    </message>
    <message>
        <source>Program and process ID of the peer</source>
        <translation>Programm und Prozess-ID der Gegenstelle</translation>
    </message>
    <message>
        <source>Replies only: time since the request, the preceding message in the other direction on the connection</source>
        <translation>Nur Antworten: Zeit seit der Anfrage, der vorigen Nachricht in Gegenrichtung auf der Verbindung</translation>
    </message>
    <message>
        <source>Comment on the row</source>
        <translation>Kommentar zur Zeile</translation>
    </message>
    <message>
        <source>Start of the message, or the event</source>
        <translation>Anfang der Nachricht oder das Ereignis</translation>
    </message>
</context>
<context>
    <name>pipescope::LogOverlays</name>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused · %1 new</source>
        <translation>Angehalten · %1 neu</translation>
    </message>
    <message>
        <source>Paused · %1 new in the session</source>
        <translation>Angehalten · %1 neu in der Sitzung</translation>
    </message>
    <message>
        <source>↓ %1 new</source>
        <translation>↓ %1 neu</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Geleert</translation>
    </message>
    <message>
        <source>Resume (show new rows)</source>
        <translation>Fortsetzen (neue Zeilen anzeigen)</translation>
    </message>
    <message>
        <source>Scroll to the end and auto-scroll (End)</source>
        <translation>Zum Ende und automatisch scrollen (Ende)</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Left to right: errors, search matches, marks. Click to go to a row.</source>
        <translation>Von links nach rechts: Fehler, Suchtreffer, Markierungen. Klicken, um zur Zeile zu gehen.</translation>
    </message>
    <message>
        <source>No matching rows</source>
        <translation>Keine passenden Zeilen</translation>
    </message>
    <message>
        <source>Matching rows appear here. Press Esc to clear the filter.</source>
        <translation>Passende Zeilen erscheinen hier. Mit Esc den Filter zurücksetzen.</translation>
    </message>
    <message>
        <source>No rows for this connection</source>
        <translation>Keine Zeilen für diese Verbindung</translation>
    </message>
    <message>
        <source>New rows appear here.</source>
        <translation>Neue Zeilen erscheinen hier.</translation>
    </message>
    <message>
        <source>New rows appear here. The %1 earlier rows remain in the session.</source>
        <translation>Neue Zeilen erscheinen hier. Die %1 früheren Zeilen bleiben in der Sitzung.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>Start a server or connect a client. Messages, connections and errors appear here.</source>
        <translation>Einen Server starten oder einen Client verbinden. Nachrichten, Verbindungen und Fehler erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>pipescope::LogTypes</name>
    <message>
        <source>%1 has no single message type %2</source>
        <translation>%1 hat keinen eindeutigen Nachrichtentyp %2</translation>
    </message>
</context>
<context>
    <name>pipescope::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>pipescope::LuaDecodersDialog</name>
    <message>
        <source>off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>mistake in the file</source>
        <translation>Fehler in der Datei</translation>
    </message>
    <message>
        <source>loaded, with errors</source>
        <translation>geladen, mit Fehlern</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>No decoders. Put a file that ends in .lua into the folder; docs/LUA.md describes it.</source>
        <translation>Keine Decoder. Legen Sie eine Datei, die auf .lua endet, in den Ordner; docs/LUA.md beschreibt sie.</translation>
    </message>
    <message>
        <source>A file is loaded again when it changes. Its fields are used in the Decoded tab and in filters, behind its key.</source>
        <translation>Eine Datei wird neu geladen, wenn sie sich ändert. Ihre Felder stehen im Reiter Dekodiert und in Filtern, hinter ihrem Schlüssel.</translation>
    </message>
    <message>
        <source>Cannot create the folder %1</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Lua decoders</source>
        <translation>Lua-Decoder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>pipescope::MainWindow</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Cannot start the pipe engine</source>
        <translation>Pipe-Engine kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>Row details</source>
        <translation>Zeilendetails</translation>
    </message>
    <message>
        <source>Pipes on this computer</source>
        <translation>Pipes auf diesem Computer</translation>
    </message>
    <message>
        <source>Closing all pipes…</source>
        <translation>Alle Pipes werden geschlossen …</translation>
    </message>
</context>
<context>
    <name>pipescope::MessageArea</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pipescope::NewClientDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>Lesen und Schreiben</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur Lesen</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>nur Schreiben</translation>
    </message>
    <message>
        <source>&amp;Identity</source>
        <translation>&amp;Identität</translation>
    </message>
    <message>
        <source>Windows &amp;pipe</source>
        <translation>Windows-&amp;Pipe</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>&amp;Socket</translation>
    </message>
    <message>
        <source>makes one attempt</source>
        <translation>unternimmt einen Versuch</translation>
    </message>
    <message>
        <source>retries for up to %1 s</source>
        <translation>wiederholt bis zu %1 s lang</translation>
    </message>
    <message>
        <source>waits for a free instance up to the server&apos;s default timeout</source>
        <translation>wartet bis zum Standardtimeout des Servers auf eine freie Instanz</translation>
    </message>
    <message>
        <source>waits up to %1 s for a free instance</source>
        <translation>wartet bis zu %1 s auf eine freie Instanz</translation>
    </message>
    <message>
        <source>for reading and writing</source>
        <translation>zum Lesen und Schreiben</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>nur zum Lesen</translation>
    </message>
    <message>
        <source>for writing only</source>
        <translation>nur zum Schreiben</translation>
    </message>
    <message>
        <source>in message mode</source>
        <translation>im Nachrichtenmodus</translation>
    </message>
    <message>
        <source>in byte mode</source>
        <translation>im Bytemodus</translation>
    </message>
    <message>
        <source>Opens %1 %2 %3; %4.</source>
        <translation>Öffnet %1 %2 %3; %4.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Requires a message pipe on the server.</source>
        <translation>Erfordert eine Nachrichten-Pipe des Servers.</translation>
    </message>
    <message>
        <source>SOCK_SEQPACKET socket. The server must use the same type.</source>
        <translation>SOCK_SEQPACKET-Socket. Der Server muss denselben Typ verwenden.</translation>
    </message>
    <message>
        <source>SOCK_STREAM socket, as used by .NET and Node.js. The server must use the same type.</source>
        <translation>SOCK_STREAM-Socket, wie von .NET und Node.js verwendet. Der Server muss denselben Typ verwenden.</translation>
    </message>
    <message>
        <source>Waits while all instances are busy; fails immediately if the pipe does not exist.</source>
        <translation>Wartet, solange alle Instanzen belegt sind; schlägt sofort fehl, wenn die Pipe nicht vorhanden ist.</translation>
    </message>
    <message>
        <source>Waits until the pipe exists and an instance is free.</source>
        <translation>Wartet, bis die Pipe vorhanden und eine Instanz frei ist.</translation>
    </message>
    <message>
        <source>A&amp;ccess</source>
        <translation>Z&amp;ugriff</translation>
    </message>
    <message>
        <source>Connec&amp;t</source>
        <translation>&amp;Verbinden</translation>
    </message>
</context>
<context>
    <name>pipescope::NewServerDialog</name>
    <message>
        <source>both directions</source>
        <translation>beide Richtungen</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Windows pipe</source>
        <translation>&amp;Windows-Pipe</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>&amp;Socket</translation>
    </message>
    <message>
        <source>unlimited clients</source>
        <translation>unbegrenzt viele Clients</translation>
    </message>
    <message>
        <source>one client</source>
        <translation>ein Client</translation>
    </message>
    <message>
        <source>up to %1 clients</source>
        <translation>bis zu %1 Clients</translation>
    </message>
    <message>
        <source>receive only</source>
        <translation>nur Empfang</translation>
    </message>
    <message>
        <source>send only</source>
        <translation>nur Senden</translation>
    </message>
    <message>
        <source>Message pipe %1: %2, %3.</source>
        <translation>Nachrichten-Pipe %1: %2, %3.</translation>
    </message>
    <message>
        <source>Byte pipe %1: %2, %3.</source>
        <translation>Byte-Pipe %1: %2, %3.</translation>
    </message>
    <message>
        <source>Set all options to the defaults of a library (name and echo are kept)</source>
        <translation>Alle Einstellungen auf die Standardwerte einer Bibliothek setzen (Name und Echo bleiben)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>duplex (both directions)</source>
        <translation>duplex (beide Richtungen)</translation>
    </message>
    <message>
        <source>inbound (client to server)</source>
        <translation>eingehend (Client zu Server)</translation>
    </message>
    <message>
        <source>outbound (server to client)</source>
        <translation>ausgehend (Server zu Client)</translation>
    </message>
    <message>
        <source>Additional clients fail with ERROR_PIPE_BUSY.</source>
        <translation>Weitere Clients schlagen mit ERROR_PIPE_BUSY fehl.</translation>
    </message>
    <message>
        <source>SOCK_SEQPACKET socket. .NET and Node.js clients use streams: select Bytes for them.</source>
        <translation>SOCK_SEQPACKET-Socket. Clients mit .NET und Node.js verwenden Ströme: dafür Bytes auswählen.</translation>
    </message>
    <message>
        <source>SOCK_STREAM socket, as used by .NET and Node.js.</source>
        <translation>SOCK_STREAM-Socket, wie von .NET und Node.js verwendet.</translation>
    </message>
    <message>
        <source>Additional clients wait in the queue.</source>
        <translation>Weitere Clients warten in der Warteschlange.</translation>
    </message>
    <message>
        <source>Messages larger than the socket buffer cannot be sent.</source>
        <translation>Nachrichten, die größer als der Socketpuffer sind, können nicht gesendet werden.</translation>
    </message>
    <message>
        <source>Perm&amp;issions</source>
        <translation>&amp;Berechtigungen</translation>
    </message>
</context>
<context>
    <name>pipescope::NoteController</name>
    <message>
        <source>Cannot mark more than %1 rows at once.</source>
        <translation>Es können nicht mehr als %1 Zeilen auf einmal markiert werden.</translation>
    </message>
    <message>
        <source>No marked rows. Press M to mark the current row.</source>
        <translation>Keine markierten Zeilen. M drücken, um die aktuelle Zeile zu markieren.</translation>
    </message>
</context>
<context>
    <name>pipescope::OptionField</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
</context>
<context>
    <name>pipescope::OutcomeMessages</name>
    <message>
        <source>The peer may have read none, part or all of the message.</source>
        <translation>Die Gegenstelle hat möglicherweise nichts, einen Teil oder die ganze Nachricht gelesen.</translation>
    </message>
    <message>
        <source>%1 is the socket of another user</source>
        <translation>%1 ist der Socket eines anderen Benutzers</translation>
    </message>
</context>
<context>
    <name>pipescope::PayloadField</name>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
</context>
<context>
    <name>pipescope::PayloadTools</name>
    <message>
        <source>Save payload</source>
        <translation>Nutzdaten speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Rows %1 and %2</source>
        <translation>Zeilen %1 und %2</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>Cannot read the payload</source>
        <translation>Nutzdaten können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Cannot compare the messages</source>
        <translation>Nachrichten können nicht verglichen werden</translation>
    </message>
    <message>
        <source>Payload not saved</source>
        <translation>Nutzdaten nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>pipescope::PipeDialog</name>
    <message>
        <source>Full name: %1</source>
        <translation>Vollständiger Name: %1</translation>
    </message>
    <message>
        <source>Socket: %1</source>
        <translation>Socket: %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>N&amp;achrichten</translation>
    </message>
    <message>
        <source>B&amp;ytes</source>
        <translation>B&amp;ytes</translation>
    </message>
    <message>
        <source>Echo requires both directions.</source>
        <translation>Echo erfordert beide Richtungen.</translation>
    </message>
    <message>
        <source>Received data is echoed.</source>
        <translation>Empfangene Daten werden zurückgesendet.</translation>
    </message>
    <message>
        <source>Ec&amp;ho received data</source>
        <translation>Empfangene Daten &amp;zurücksenden</translation>
    </message>
</context>
<context>
    <name>pipescope::PipeFactsDialog</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The pipe (GetNamedPipeInfo)</source>
        <translation>Die Pipe (GetNamedPipeInfo)</translation>
    </message>
    <message>
        <source>The socket (getsockopt)</source>
        <translation>Der Socket (getsockopt)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>This end (GetNamedPipeHandleState)</source>
        <translation>Dieses Ende (GetNamedPipeHandleState)</translation>
    </message>
    <message>
        <source>Read mode</source>
        <translation>Lesemodus</translation>
    </message>
    <message>
        <source>The connection has ended. Its last known properties are shown. %1</source>
        <translation>Die Verbindung ist beendet. Angezeigt werden die letzten bekannten Eigenschaften. %1</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>%1, up to %2 ms</source>
        <translation>%1, höchstens %2 ms</translation>
    </message>
    <message>
        <source>none (remote clients only)</source>
        <translation>keine (nur Remoteclients)</translation>
    </message>
    <message>
        <source>Properties of %1</source>
        <translation>Eigenschaften von %1</translation>
    </message>
    <message>
        <source>Refresh the properties (F5)</source>
        <translation>Eigenschaften aktualisieren (F5)</translation>
    </message>
    <message>
        <source>Output buffer</source>
        <translation>Ausgabepuffer</translation>
    </message>
    <message>
        <source>Input buffer</source>
        <translation>Eingabepuffer</translation>
    </message>
    <message>
        <source>Max. instances</source>
        <translation>Max. Instanzen</translation>
    </message>
    <message>
        <source>Wait mode</source>
        <translation>Wartemodus</translation>
    </message>
    <message>
        <source>Current instances</source>
        <translation>Aktuelle Instanzen</translation>
    </message>
    <message>
        <source>Collect data</source>
        <translation>Daten sammeln</translation>
    </message>
    <message>
        <source>Pending data (PeekNamedPipe)</source>
        <translation>Ausstehende Daten (PeekNamedPipe)</translation>
    </message>
    <message>
        <source>Pending data (FIONREAD, SIOCOUTQ)</source>
        <translation>Ausstehende Daten (FIONREAD, SIOCOUTQ)</translation>
    </message>
    <message>
        <source>Not read here</source>
        <translation>Hier nicht gelesen</translation>
    </message>
    <message>
        <source>Rest of first message</source>
        <translation>Rest der ersten Nachricht</translation>
    </message>
    <message>
        <source>Not read by the peer</source>
        <translation>Von der Gegenstelle nicht gelesen</translation>
    </message>
</context>
<context>
    <name>pipescope::PipesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation>%1, entfernt</translation>
    </message>
    <message>
        <source>Current instances, in use or free</source>
        <translation>Aktuelle Instanzen, belegt oder frei</translation>
    </message>
    <message>
        <source>Accepted + pending clients</source>
        <translation>Angenommene + wartende Clients</translation>
    </message>
</context>
<context>
    <name>pipescope::PipesNotice</name>
    <message>
        <source>New client…</source>
        <translation>Neuer Client …</translation>
    </message>
</context>
<context>
    <name>pipescope::PipesPanel</name>
    <message>
        <source>Process %1: %2</source>
        <translation>Prozess %1: %2</translation>
    </message>
    <message>
        <source>The socket&apos;s file was moved or removed; its place is not known.</source>
        <translation>Die Datei des Sockets wurde verschoben oder entfernt; ihr Ort ist unbekannt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>kein</translation>
    </message>
    <message>
        <source>Connect to a pipe by its name.</source>
        <translation>Mit einer Pipe über ihren Namen verbinden.</translation>
    </message>
    <message>
        <source>No pipes</source>
        <translation>Keine Pipes</translation>
    </message>
    <message>
        <source>Filter: orders, *.sock, node</source>
        <translation>Filter: orders, *.sock, node</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Inspect…</source>
        <translation>Untersuchen …</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Process unknown: %1</source>
        <translation>Prozess unbekannt: %1</translation>
    </message>
    <message>
        <source>Pending clients: %1</source>
        <translation>Wartende Clients: %1</translation>
    </message>
    <message>
        <source>PipeScope cannot connect to pipes with such a name.</source>
        <translation>PipeScope kann sich nicht mit Pipes dieses Namens verbinden.</translation>
    </message>
    <message>
        <source>Pipe list not available</source>
        <translation>Pipe-Liste nicht verfügbar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>No program on this computer is serving a pipe.</source>
        <translation>Kein Programm auf diesem Computer stellt eine Pipe bereit.</translation>
    </message>
    <message>
        <source>No matching pipes</source>
        <translation>Keine passenden Pipes</translation>
    </message>
    <message>
        <source>None of %1 pipes matches by name, path or program.</source>
        <translation>Keine von %1 Pipes stimmt in Name, Pfad oder Programm überein.</translation>
    </message>
    <message>
        <source>Part of the name, path or program, or a pattern with * and ?</source>
        <translation>Teil von Name, Pfad oder Programm oder ein Muster mit * und ?</translation>
    </message>
    <message>
        <source>Pause updates of the list</source>
        <translation>Aktualisierung der Liste anhalten</translation>
    </message>
    <message>
        <source>Pipes on this computer</source>
        <translation>Pipes auf diesem Computer</translation>
    </message>
    <message>
        <source>Clone as server…</source>
        <translation>Als Server klonen …</translation>
    </message>
    <message>
        <source>Open the New Client dialog for this pipe</source>
        <translation>Dialog „Neuer Client“ für diese Pipe öffnen</translation>
    </message>
    <message>
        <source>Open the New Server dialog with the known properties of this pipe</source>
        <translation>Dialog „Neuer Server“ mit den bekannten Eigenschaften dieser Pipe öffnen</translation>
    </message>
    <message>
        <source>Show type, owner, permissions and server of this pipe</source>
        <translation>Typ, Besitzer, Berechtigungen und Server dieser Pipe anzeigen</translation>
    </message>
</context>
<context>
    <name>pipescope::PlaceController</name>
    <message>
        <source>No reply found: the row is not a request, or was not answered.</source>
        <translation>Keine Antwort gefunden: Die Zeile ist keine Anfrage oder wurde nicht beantwortet.</translation>
    </message>
    <message>
        <source>No request found: the row is not a reply.</source>
        <translation>Keine Anfrage gefunden: Die Zeile ist keine Antwort.</translation>
    </message>
</context>
<context>
    <name>pipescope::PresetChoice</name>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Safe default</source>
        <translation>Sicherer Standard</translation>
    </message>
    <message>
        <source>.NET-like</source>
        <translation>Wie .NET</translation>
    </message>
    <message>
        <source>go-winio-like</source>
        <translation>Wie go-winio</translation>
    </message>
    <message>
        <source>libuv/Node-like</source>
        <translation>Wie libuv/Node</translation>
    </message>
    <message>
        <source>Everyone (unsafe)</source>
        <translation>Jeder (unsicher)</translation>
    </message>
    <message>
        <source>Matches %1.</source>
        <translation>Entspricht %1.</translation>
    </message>
</context>
<context>
    <name>pipescope::RefusalView</name>
    <message>
        <source>Cannot find the cause: %1</source>
        <translation>Ursache nicht gefunden: %1</translation>
    </message>
    <message>
        <source>&amp;Find the cause</source>
        <translation>&amp;Ursache suchen</translation>
    </message>
    <message>
        <source>Check the pipe: its access list for this user, its instances, its type and direction. To read them, PipeScope opens another program&apos;s pipe briefly: its server sees a client connect and disconnect.</source>
        <translation>Die Pipe prüfen: ihre Zugriffsliste für diesen Benutzer, ihre Instanzen, ihren Typ und ihre Richtung. Um sie zu lesen, öffnet PipeScope die Pipe eines anderen Programms kurz: Dessen Server sieht, wie sich ein Client verbindet und trennt.</translation>
    </message>
</context>
<context>
    <name>pipescope::RowCommands</name>
    <message>
        <source>Saved %1 to %2</source>
        <translation>%1 in %2 gespeichert</translation>
    </message>
    <message>
        <source>Select two messages: click one, then Ctrl+click the other</source>
        <translation>Zwei Nachrichten auswählen: eine anklicken, die andere mit Strg+Klick</translation>
    </message>
</context>
<context>
    <name>pipescope::RowMenu</name>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentar …</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen anzeigen</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Edit and resend…</source>
        <translation>Bearbeiten und erneut senden …</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Clear time reference</source>
        <translation>Zeitreferenz aufheben</translation>
    </message>
    <message>
        <source>Set time reference here</source>
        <translation>Zeitreferenz hier setzen</translation>
    </message>
    <message>
        <source>Show only this connection</source>
        <translation>Nur diese Verbindung anzeigen</translation>
    </message>
    <message>
        <source>Time since first row</source>
        <translation>Zeit seit der ersten Zeile</translation>
    </message>
    <message>
        <source>Time since previous row</source>
        <translation>Zeit seit der vorigen Zeile</translation>
    </message>
    <message>
        <source>Frames and requests…</source>
        <translation>Frames und Anfragen …</translation>
    </message>
</context>
<context>
    <name>pipescope::RulesDialog</name>
    <message>
        <source>Framing rules</source>
        <translation>Framing-Regeln</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Bearbei&amp;ten …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>No rules. Set one with Frames and requests… in the menu of a row or an endpoint.</source>
        <translation>Keine Regeln. „Frames und Anfragen …“ im Menü einer Zeile oder eines Endpunkts legt eine fest.</translation>
    </message>
    <message>
        <source>Rules are saved by pipe name and apply to pipes of that name in live sessions and files.</source>
        <translation>Regeln werden je Pipe-Name gespeichert und gelten für Pipes dieses Namens in laufenden Sitzungen und Dateien.</translation>
    </message>
    <message>
        <source>Requests from</source>
        <translation>Anfragen von</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
</context>
<context>
    <name>pipescope::SecurityCheckDialog</name>
    <message>
        <source>mode %1, owner %2; folder: mode %3, owner %4</source>
        <translation>Modus %1, Besitzer %2; Ordner: Modus %3, Besitzer %4</translation>
    </message>
    <message>
        <source>Security check</source>
        <translation>Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Access is controlled by the permissions of the socket and its folder.</source>
        <translation>Der Zugriff wird durch die Berechtigungen des Sockets und seines Ordners geregelt.</translation>
    </message>
    <message>
        <source>The pipe was opened once with minimal access: the server has seen a client connect and disconnect.</source>
        <translation>Die Pipe wurde einmal mit minimalem Zugriff geöffnet: Der Server hat gesehen, wie sich ein Client verband und trennte.</translation>
    </message>
    <message>
        <source>Read from the server itself: the pipe was not opened.</source>
        <translation>Beim Server selbst gelesen: Die Pipe wurde nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>pipescope::SecurityEditor</name>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Safe default</source>
        <translation>Sicherer Standard</translation>
    </message>
    <message>
        <source>Current user</source>
        <translation>Aktueller Benutzer</translation>
    </message>
    <message>
        <source>Administrators only</source>
        <translation>Nur Administratoren</translation>
    </message>
    <message>
        <source>Authenticated users</source>
        <translation>Authentifizierte Benutzer</translation>
    </message>
    <message>
        <source>Local interactive</source>
        <translation>Lokal interaktiv</translation>
    </message>
    <message>
        <source>AppContainer + low integrity</source>
        <translation>AppContainer + niedrige Integrität</translation>
    </message>
    <message>
        <source>Everyone (unsafe)</source>
        <translation>Jeder (unsicher)</translation>
    </message>
    <message>
        <source>Security descriptor</source>
        <translation>Sicherheitsdeskriptor</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Integrity label</source>
        <translation>&amp;Integritätsbezeichnung</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Entries of the access list</source>
        <translation>Einträge der Zugriffsliste</translation>
    </message>
    <message>
        <source>As &amp;text (SDDL)</source>
        <translation>Als &amp;Text (SDDL)</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Valid SDDL.</source>
        <translation>Gültiges SDDL.</translation>
    </message>
    <message>
        <source>Owner rights (OW) apply to the user who starts the server.</source>
        <translation>Besitzerrechte (OW) gelten für den Benutzer, der den Server startet.</translation>
    </message>
    <message>
        <source>Access &amp;list</source>
        <translation>Zugriffs&amp;liste</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>benutzerdefiniert</translation>
    </message>
    <message>
        <source>NULL (full access for everyone)</source>
        <translation>NULL (Vollzugriff für jeden)</translation>
    </message>
    <message>
        <source>none (system default)</source>
        <translation>keine (Systemstandard)</translation>
    </message>
    <message>
        <source>not set (medium)</source>
        <translation>nicht festgelegt (mittel)</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Remove entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>Move entry up</source>
        <translation>Eintrag nach oben</translation>
    </message>
    <message>
        <source>Move entry down</source>
        <translation>Eintrag nach unten</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>pipescope::SelectionController</name>
    <message>
        <source>%1 rows selected</source>
        <translation>%1 Zeilen ausgewählt</translation>
    </message>
    <message>
        <source>%1, %2 apart</source>
        <translation>%1, Abstand %2</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>Save payload…</source>
        <translation>Nutzdaten speichern …</translation>
    </message>
    <message>
        <source>Compare two messages…</source>
        <translation>Zwei Nachrichten vergleichen …</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 selected rows were copied (limit: %3 rows and %4 of payload). Export the session to get all rows.</source>
        <translation>Nur die ersten %1 von %2 ausgewählten Zeilen wurden kopiert (Grenze: %3 Zeilen und %4 Nutzdaten). Für alle Zeilen die Sitzung exportieren.</translation>
    </message>
</context>
<context>
    <name>pipescope::SendCommands</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Message not sent to %1</source>
        <translation>Nachricht an %1 nicht gesendet</translation>
    </message>
    <message>
        <source>Cannot read the message</source>
        <translation>Nachricht kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Replace the unsent text?</source>
        <translation>Nicht gesendeten Text ersetzen?</translation>
    </message>
    <message>
        <source>The message from the log replaces it. The unsent text is kept in the history (↑).</source>
        <translation>Die Nachricht aus dem Protokoll ersetzt ihn. Der nicht gesendete Text bleibt im Verlauf (↑).</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionBars</name>
    <message>
        <source>Viewing %1</source>
        <translation>Ansicht von %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Pipes: %1</source>
        <translation>Pipes: %1</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>Nachrichten: %1</translation>
    </message>
    <message>
        <source>Messages: %1 or more</source>
        <translation>Nachrichten: %1 oder mehr</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>Discard the session that was interrupted on %1?</source>
        <translation>Die am %1 unterbrochene Sitzung verwerfen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Viewing an interrupted session</source>
        <translation>Ansicht einer unterbrochenen Sitzung</translation>
    </message>
    <message>
        <source>The file is damaged: %1 rows were read from %2 of %3.</source>
        <translation>Die Datei ist beschädigt: %1 Zeilen wurden aus %2 von %3 gelesen.</translation>
    </message>
    <message>
        <source>Cancelled: %1 rows were read from %2 of %3.</source>
        <translation>Abgebrochen: %1 Zeilen wurden aus %2 von %3 gelesen.</translation>
    </message>
    <message>
        <source>Marks and comments not loaded (row missing or limit reached): %1.</source>
        <translation>Nicht geladene Markierungen und Kommentare (Zeile fehlt oder Grenze erreicht): %1.</translation>
    </message>
    <message>
        <source>Return to live session</source>
        <translation>Zurück zur laufenden Sitzung</translation>
    </message>
    <message>
        <source>Session interrupted</source>
        <translation>Sitzung unterbrochen</translation>
    </message>
    <message>
        <source>PipeScope ended unexpectedly on %1. %2 was recovered.</source>
        <translation>PipeScope wurde am %1 unerwartet beendet. %2 wurden wiederhergestellt.</translation>
    </message>
    <message>
        <source>The recording will be deleted. This cannot be undone.</source>
        <translation>Die Aufzeichnung wird gelöscht. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Discard session</source>
        <translation>Sitzung verwerfen</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionCommands</name>
    <message>
        <source>Exported %1 rows to %2</source>
        <translation>%1 Zeilen exportiert nach %2</translation>
    </message>
    <message>
        <source>Saved %1 rows to %2</source>
        <translation>%1 Zeilen in %2 gespeichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Sessions (*.pcapng);;All files (*)</source>
        <translation>Sitzungen (*.pcapng);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Sessions (*.pcapng)</source>
        <translation>Sitzungen (*.pcapng)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Unsaved session</source>
        <translation>Nicht gespeicherte Sitzung</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>The marks and comments of %1 have not been saved.</source>
        <translation>Die Markierungen und Kommentare von %1 wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>Unsaved messages, marks and comments will be lost.</source>
        <translation>Nicht gespeicherte Nachrichten, Markierungen und Kommentare gehen verloren.</translation>
    </message>
    <message>
        <source>Save changes to this session?</source>
        <translation>Änderungen an dieser Sitzung speichern?</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionController</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>%1 kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Cannot save %1</source>
        <translation>%1 kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Cannot start a new session</source>
        <translation>Neue Sitzung kann nicht gestartet werden</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionDisplay</name>
    <message>
        <source>viewing %1</source>
        <translation>Ansicht von %1</translation>
    </message>
    <message>
        <source>recording, %1</source>
        <translation>Aufzeichnung läuft, %1</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>All traffic is recorded. Save it to a file (%1)</source>
        <translation>Der gesamte Datenverkehr wird aufgezeichnet. In einer Datei speichern (%1)</translation>
    </message>
    <message>
        <source>recording paused: %1</source>
        <translation>Aufzeichnung angehalten: %1</translation>
    </message>
    <message>
        <source>Not saved. Journal: %1</source>
        <translation>Nicht gespeichert. Journal: %1</translation>
    </message>
    <message>
        <source>recording, %1; saved in %2</source>
        <translation>Aufzeichnung läuft, %1; gespeichert in %2</translation>
    </message>
    <message>
        <source>Saved: %1
New rows are journalled until you save again: %2</source>
        <translation>Gespeichert: %1
Neue Zeilen werden bis zum nächsten Speichern im Journal aufgezeichnet: %2</translation>
    </message>
    <message>
        <source>recording, %1; saved in %2 up to row %3</source>
        <translation>Aufzeichnung läuft, %1; in %2 bis Zeile %3 gespeichert</translation>
    </message>
    <message>
        <source>Saved: %1
Later rows are journalled until you save again: %2</source>
        <translation>Gespeichert: %1
Spätere Zeilen werden bis zum nächsten Speichern im Journal aufgezeichnet: %2</translation>
    </message>
</context>
<context>
    <name>pipescope::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkombinationen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>Im Protokoll</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Mark or unmark the selected rows</source>
        <translation>Die ausgewählten Zeilen markieren oder Markierung aufheben</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Go to the first row</source>
        <translation>Zur ersten Zeile gehen</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>Go to the last row and auto-scroll</source>
        <translation>Zur letzten Zeile gehen und automatisch scrollen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Focus the details of the row</source>
        <translation>Die Details der Zeile fokussieren</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>In the send field</source>
        <translation>Im Sendefeld</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the message, or insert a line break</source>
        <translation>Die Nachricht senden oder einen Zeilenumbruch einfügen</translation>
    </message>
    <message>
        <source>Send the message, even if empty</source>
        <translation>Die Nachricht senden, auch eine leere</translation>
    </message>
    <message>
        <source>Close the find bar, clear the filter or show all connections</source>
        <translation>Suchleiste schließen, Filter zurücksetzen oder alle Verbindungen anzeigen</translation>
    </message>
</context>
<context>
    <name>pipescope::StatusLine</name>
    <message numerus="yes">
        <source>%L endpoints</source>
        <translation>
            <numerusform>%L Endpunkt</numerusform>
            <numerusform>%L Endpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L connections</source>
        <translation>
            <numerusform>%L Verbindung</numerusform>
            <numerusform>%L Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L messages</source>
        <translation>
            <numerusform>%L Nachricht</numerusform>
            <numerusform>%L Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%L/s</source>
        <translation>%L/s</translation>
    </message>
    <message numerus="yes">
        <source>%L dropped</source>
        <translation>
            <numerusform>%L verworfen</numerusform>
            <numerusform>%L verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Messages that could not be recorded</source>
        <translation>Nachrichten, die nicht aufgezeichnet werden konnten</translation>
    </message>
    <message>
        <source>Time from the first to the last selected row</source>
        <translation>Zeit von der ersten bis zur letzten ausgewählten Zeile</translation>
    </message>
</context>
<context>
    <name>pipescope::TargetChooser</name>
    <message>
        <source>%1 is not connected: %2.</source>
        <translation>%1 ist nicht verbunden: %2.</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>This target is no longer available. Select another target.</source>
        <translation>Dieses Ziel ist nicht mehr verfügbar. Ein anderes Ziel auswählen.</translation>
    </message>
    <message>
        <source>No target. Start a server or connect a client.</source>
        <translation>Kein Ziel. Einen Server starten oder einen Client verbinden.</translation>
    </message>
    <message>
        <source>No client is connected to %1.</source>
        <translation>Mit %1 ist kein Client verbunden.</translation>
    </message>
    <message>
        <source>This server cannot send: its direction is client to server.</source>
        <translation>Dieser Server kann nicht senden: Seine Richtung ist Client zu Server.</translation>
    </message>
    <message>
        <source>This client cannot send: it was opened read-only.</source>
        <translation>Dieser Client kann nicht senden: Er wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>%1 is stopped. Select another target.</source>
        <translation>%1 ist beendet. Ein anderes Ziel auswählen.</translation>
    </message>
    <message>
        <source>%1 is disconnected. Select another target.</source>
        <translation>%1 ist getrennt. Ein anderes Ziel auswählen.</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
</context>
<context>
    <name>pipescope::TargetModel</name>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>%1 (since %2)</source>
        <translation>%1 (seit %2)</translation>
    </message>
    <message>
        <source>%1 · all clients (%2)</source>
        <translation>%1 · alle Clients (%2)</translation>
    </message>
    <message>
        <source>no clients connected</source>
        <translation>keine Clients verbunden</translation>
    </message>
    <message>
        <source>receive-only server</source>
        <translation>Server empfängt nur</translation>
    </message>
    <message>
        <source>read-only client</source>
        <translation>Client liest nur</translation>
    </message>
</context>
<context>
    <name>pipescope::TextPage</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16LE</source>
        <translation>UTF-16LE</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Decoded text</source>
        <translation>Decodierter Text</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>showing the first %1 of %2</source>
        <translation>die ersten %1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>very long lines are wrapped for display</source>
        <translation>sehr lange Zeilen sind für die Anzeige umbrochen</translation>
    </message>
    <message>
        <source>Encoding of the displayed text</source>
        <translation>Kodierung des angezeigten Textes</translation>
    </message>
</context>
<context>
    <name>pipescope::TypesField</name>
    <message>
        <source>A .proto file or a descriptor set has the names of fields of Protocol Buffers.</source>
        <translation>Eine .proto-Datei oder ein Descriptor-Set hat die Namen der Felder von Protocol Buffers.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The file has no single message type %1.</source>
        <translation>Die Datei hat keinen eindeutigen Nachrichtentyp %1.</translation>
    </message>
    <message>
        <source>Message types in the file: %1. Calls of gRPC say their types; choose the types of other messages.</source>
        <translation>Nachrichtentypen in der Datei: %1. Aufrufe von gRPC nennen ihre Typen; wählen Sie die Typen anderer Nachrichten.</translation>
    </message>
    <message>
        <source>Select file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Protocol Buffers (*.proto *.desc *.protoset *.pb *.bin);;All files (*)</source>
        <translation>Protocol Buffers (*.proto *.desc *.protoset *.pb *.bin);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>T&amp;ypes</source>
        <translation>T&amp;ypen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>File with the message types of this pipe. Its imports are looked for in its folder</source>
        <translation>Datei mit den Nachrichtentypen dieser Pipe. Ihre Importe werden in ihrem Ordner gesucht</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>M&amp;essages</source>
        <translation>Na&amp;chrichten</translation>
    </message>
    <message>
        <source>type of requests</source>
        <translation>Typ der Anfragen</translation>
    </message>
    <message>
        <source>Type of requests</source>
        <translation>Typ der Anfragen</translation>
    </message>
    <message>
        <source>type of replies</source>
        <translation>Typ der Antworten</translation>
    </message>
    <message>
        <source>Type of replies</source>
        <translation>Typ der Antworten</translation>
    </message>
</context>
<context>
    <name>pipescope::ValueInspector</name>
    <message>
        <source>Little endian</source>
        <translation>Little Endian</translation>
    </message>
    <message>
        <source>Big endian</source>
        <translation>Big Endian</translation>
    </message>
    <message>
        <source>Byte order</source>
        <translation>Byte-Reihenfolge</translation>
    </message>
</context>
<context>
    <name>pipescope::ViewCommands</name>
    <message>
        <source>About PipeScope</source>
        <translation>Über PipeScope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;PipeScope %1&lt;/h3&gt;&lt;p&gt;Serve, connect to and monitor named pipes.&lt;/p&gt;&lt;p&gt;PipeScope sees its own traffic as server or client, not traffic between two other programs.&lt;/p&gt;&lt;p&gt;Free software under the MIT licence. Built with Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;PipeScope %1&lt;/h3&gt;&lt;p&gt;Named Pipes bereitstellen, verbinden und überwachen.&lt;/p&gt;&lt;p&gt;PipeScope sieht seinen eigenen Datenverkehr als Server oder Client, nicht den zwischen zwei anderen Programmen.&lt;/p&gt;&lt;p&gt;Freie Software unter der MIT-Lizenz. Erstellt mit Qt %2.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>pipescope::WaitEdit</name>
    <message>
        <source>WaitNamedPipe</source>
        <translation>WaitNamedPipe</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Maximum wait time</source>
        <translation>Maximale Wartezeit</translation>
    </message>
    <message>
        <source>Not used: the client tries only once.</source>
        <translation>Nicht verwendet: Der Client versucht es nur einmal.</translation>
    </message>
    <message>
        <source>server default</source>
        <translation>Serverstandard</translation>
    </message>
    <message>
        <source>one attempt</source>
        <translation>ein Versuch</translation>
    </message>
    <message>
        <source>retry for</source>
        <translation>wiederholen für</translation>
    </message>
    <message>
        <source>fail immediately</source>
        <translation>sofort fehlschlagen</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
</context>
<context>
    <name>pipescope::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Pipe</source>
        <translation>&amp;Pipe</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>&amp;Kopieren als</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Symbolleiste</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>P&amp;rotokoll</translation>
    </message>
    <message>
        <source>Show or hide this pane</source>
        <translation>Diesen Bereich ein- oder ausblenden</translation>
    </message>
    <message>
        <source>No recent sessions</source>
        <translation>Keine zuletzt geöffneten Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Close (send queued data first)</source>
        <translation>&amp;Schließen (wartende Daten zuerst senden)</translation>
    </message>
    <message>
        <source>&amp;Abort (discard queued data)</source>
        <translation>&amp;Abbrechen (wartende Daten verwerfen)</translation>
    </message>
    <message>
        <source>More in the Endpoints pane</source>
        <translation>Weitere im Bereich „Endpunkte“</translation>
    </message>
    <message>
        <source>No connections</source>
        <translation>Keine Verbindungen</translation>
    </message>
    <message>
        <source>No servers or clients</source>
        <translation>Keine Server oder Clients</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
</context>
<context>
    <name>pipescope::WindowsClientForm</name>
    <message>
        <source>Anonymous clients do not expose their identity.</source>
        <translation>Anonyme Clients geben ihre Identität nicht preis.</translation>
    </message>
    <message>
        <source>Applies to remote pipes only: \\server\pipe\name.</source>
        <translation>Gilt nur für Remotepipes: \\server\pipe\name.</translation>
    </message>
    <message>
        <source>anonymous (identity hidden)</source>
        <translation>anonym (Identität verborgen)</translation>
    </message>
    <message>
        <source>identification (identity visible)</source>
        <translation>Identifikation (Identität sichtbar)</translation>
    </message>
    <message>
        <source>impersonation (act as you locally)</source>
        <translation>Identitätswechsel (lokal)</translation>
    </message>
    <message>
        <source>delegation (act as you remotely)</source>
        <translation>Delegierung (auch remote)</translation>
    </message>
</context>
<context>
    <name>pipescope::WindowsServerForm</name>
    <message>
        <source>&amp;Security (SDDL)</source>
        <translation>&amp;Sicherheit (SDDL)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Bearbei&amp;ten …</translation>
    </message>
    <message>
        <source>Byte pipes are always read as bytes.</source>
        <translation>Byte-Pipes werden immer als Bytes gelesen.</translation>
    </message>
    <message>
        <source>Applies to byte pipes only.</source>
        <translation>Gilt nur für Byte-Pipes.</translation>
    </message>
    <message>
        <source>Applies to remote clients only, which are rejected (see &quot;Permissions&quot;).</source>
        <translation>Gilt nur für Remoteclients, die abgelehnt werden (siehe „Berechtigungen“).</translation>
    </message>
    <message>
        <source>Edit as a table of accounts and permissions</source>
        <translation>Als Tabelle mit Konten und Berechtigungen bearbeiten</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>&amp;Read mode</source>
        <translation>&amp;Lesemodus</translation>
    </message>
</context>
</TS>
