<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccessSentence</name>
    <message>
        <source>Only root may connect.</source>
        <translation>Nur root darf sich verbinden.</translation>
    </message>
    <message>
        <source>Only you and root may connect.</source>
        <translation>Nur Sie und root dürfen sich verbinden.</translation>
    </message>
    <message>
        <source>Only you, your group and root may connect.</source>
        <translation>Nur Sie, Ihre Gruppe und root dürfen sich verbinden.</translation>
    </message>
    <message>
        <source>Every user of this computer may connect.</source>
        <translation>Jeder Benutzer dieses Computers darf sich verbinden.</translation>
    </message>
    <message>
        <source>Root, and whom the file mode lets write, may connect.</source>
        <translation>Root darf sich verbinden, und wen die Dateirechte schreiben lassen.</translation>
    </message>
    <message>
        <source>Only you, administrators and the system may connect.</source>
        <translation>Nur Sie, Administratoren und das System dürfen sich verbinden.</translation>
    </message>
    <message>
        <source>You, administrators and the system may connect, all others may only read.</source>
        <translation>Sie, Administratoren und das System dürfen sich verbinden, alle anderen nur lesen.</translation>
    </message>
    <message>
        <source>Everyone may connect, also without a password.</source>
        <translation>Jeder darf sich verbinden, auch ohne Kennwort.</translation>
    </message>
    <message>
        <source>The security descriptor says who may connect.</source>
        <translation>Wer sich verbinden darf, sagt die Sicherheitsbeschreibung.</translation>
    </message>
    <message>
        <source>Other computers may connect, too.</source>
        <translation>Auch andere Computer dürfen sich verbinden.</translation>
    </message>
    <message>
        <source>Unsafe: every program of every user may talk to this server.</source>
        <translation>Unsicher: jedes Programm jedes Benutzers darf mit diesem Server sprechen.</translation>
    </message>
    <message>
        <source>Unsafe: anyone may talk to this server, change its rights, and serve the name in its place.</source>
        <translation>Unsicher: jeder darf mit diesem Server sprechen, seine Rechte ändern und den Namen an seiner Stelle bedienen.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 nimmt keinen Wert</translation>
    </message>
    <message>
        <source>unknown option: %1</source>
        <translation>unbekannte Option: %1</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 braucht einen Wert</translation>
    </message>
    <message>
        <source>only one file can be opened: %1</source>
        <translation>nur eine Datei kann geöffnet werden: %1</translation>
    </message>
    <message>
        <source>--demo-seconds takes a number from 1 to %1, not %2</source>
        <translation>--demo-seconds nimmt eine Zahl von 1 bis %1, nicht %2</translation>
    </message>
    <message>
        <source>--theme takes light, dark or system, not %1</source>
        <translation>--theme nimmt light, dark oder system, nicht %1</translation>
    </message>
    <message>
        <source>--language takes one of %1, not %2</source>
        <translation>--language nimmt eines von %1, nicht %2</translation>
    </message>
    <message>
        <source>--demo-output needs --demo-seconds</source>
        <translation>--demo-output braucht --demo-seconds</translation>
    </message>
    <message>
        <source>Usage: pipescope [options] [FILE]

Serve, connect to and watch named pipes.

  --server NAME         start a server on this pipe (can be repeated)
  --client NAME         connect to this pipe (can be repeated)
  --open FILE           open a saved session (the same as FILE alone)
  --demo                start a server and a client that talk
  --demo-seconds N      end after N seconds; print a summary
  --demo-output DIR     where that leaves picture, session and summary
  --theme THEME         light, dark or system
  --language CODE       en, de or system
  --help, --version

/server [NAME] and /client [NAME] do the same as --server and --client.
</source>
        <translation>Aufruf: pipescope [Optionen] [DATEI]

Named Pipes bereitstellen, verbinden und beobachten.

  --server NAME         einen Server auf dieser Pipe starten (mehrfach möglich)
  --client NAME         mit dieser Pipe verbinden (mehrfach möglich)
  --open DATEI          eine gespeicherte Sitzung öffnen (wie DATEI allein)
  --demo                einen Server und einen Client starten, die sich unterhalten
  --demo-seconds N      nach N Sekunden enden; eine Zusammenfassung ausgeben
  --demo-output ORDNER  wohin dabei Bild, Sitzung und Zusammenfassung kommen
  --theme SCHEMA        light, dark oder system
  --language KÜRZEL     en, de oder system
  --help, --version

/server [NAME] und /client [NAME] tun dasselbe wie --server und --client.
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
        <source>auth_length is more than the packet has</source>
        <translation>auth_length ist mehr, als das Paket hat</translation>
    </message>
    <message>
        <source>the packet ends before this is complete</source>
        <translation>das Paket endet, bevor dies vollständig ist</translation>
    </message>
    <message>
        <source>this is no header of DCE/RPC 5</source>
        <translation>das ist kein Kopf von DCE/RPC 5</translation>
    </message>
    <message>
        <source>the stream begins more than %1 pieces before this row, and that is too far to part it</source>
        <translation>der Strom beginnt mehr als %1 Stücke vor dieser Zeile, und das ist zu weit, um ihn zu teilen</translation>
    </message>
    <message>
        <source>the bytes of row %1 were not kept: from there on the stream cannot be parted</source>
        <translation>die Bytes der Zeile %1 wurden nicht behalten: Ab dort lässt sich der Strom nicht teilen</translation>
    </message>
    <message>
        <source>more than %1 bytes of the stream would have to be read: frames are not shown here</source>
        <translation>mehr als %1 Bytes des Stroms müssten gelesen werden: Rahmen werden hier nicht gezeigt</translation>
    </message>
    <message>
        <source>this frame has %1 bytes by its length; the first %2 are shown. If that cannot be, the framing rule is not right</source>
        <translation>dieser Rahmen hat seiner Länge nach %1 Bytes; die ersten %2 werden gezeigt. Kann das nicht sein, so stimmt die Regel für Rahmen nicht</translation>
    </message>
    <message>
        <source>this frame has more than %1 bytes; the first ones are shown. If that cannot be, the framing rule is not right</source>
        <translation>dieser Rahmen hat mehr als %1 Bytes; die ersten werden gezeigt. Kann das nicht sein, so stimmt die Regel für Rahmen nicht</translation>
    </message>
    <message>
        <source>here must be a comma or }</source>
        <translation>hier muss ein Komma oder } stehen</translation>
    </message>
    <message>
        <source>here must be a comma or ]</source>
        <translation>hier muss ein Komma oder ] stehen</translation>
    </message>
    <message>
        <source>here must be a name in quotation marks</source>
        <translation>hier muss ein Name in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>here must be a colon</source>
        <translation>hier muss ein Doppelpunkt stehen</translation>
    </message>
    <message>
        <source>here must be a value</source>
        <translation>hier muss ein Wert stehen</translation>
    </message>
    <message>
        <source>here must be a digit of the number</source>
        <translation>hier muss eine Ziffer der Zahl stehen</translation>
    </message>
    <message>
        <source>this does not belong to the number</source>
        <translation>das gehört nicht zur Zahl</translation>
    </message>
    <message>
        <source>a control character in a text must be escaped</source>
        <translation>ein Steuerzeichen in einem Text muss maskiert sein</translation>
    </message>
    <message>
        <source>this byte is not valid UTF-8</source>
        <translation>dieses Byte ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>there is no such escape in JSON</source>
        <translation>diese Maskierung gibt es in JSON nicht</translation>
    </message>
    <message>
        <source>four hex digits must follow \u</source>
        <translation>auf \u müssen vier Hexziffern folgen</translation>
    </message>
    <message>
        <source>MessagePack never uses the byte C1</source>
        <translation>MessagePack benutzt das Byte C1 nie</translation>
    </message>
    <message>
        <source>this is no tag of a field</source>
        <translation>das ist keine Kennung eines Felds</translation>
    </message>
    <message>
        <source>this ends a group that has not begun</source>
        <translation>das beendet eine Gruppe, die nicht begonnen hat</translation>
    </message>
    <message>
        <source>this number is longer than 64 bits</source>
        <translation>diese Zahl ist länger als 64 Bit</translation>
    </message>
    <message>
        <source>these bytes are no characters, and more are not</source>
        <translation>diese Bytes sind keine Zeichen, und weitere auch nicht</translation>
    </message>
    <message>
        <source>these bytes are no characters</source>
        <translation>diese Bytes sind keine Zeichen</translation>
    </message>
    <message>
        <source>there is more: the first %1 fields are shown</source>
        <translation>es gibt mehr: Die ersten %1 Felder werden gezeigt</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels: not shown from here on</source>
        <translation>tiefer als %1 Ebenen verschachtelt: ab hier nicht gezeigt</translation>
    </message>
    <message>
        <source>there is more: the first %1 bytes are looked at</source>
        <translation>es gibt mehr: Die ersten %1 Bytes werden betrachtet</translation>
    </message>
    <message>
        <source>the data end before this is complete</source>
        <translation>die Daten enden, bevor dies vollständig ist</translation>
    </message>
    <message>
        <source>outside of the elements there is no text</source>
        <translation>außerhalb der Elemente gibt es keinen Text</translation>
    </message>
    <message>
        <source>here must be the name of an element</source>
        <translation>hier muss der Name eines Elements stehen</translation>
    </message>
    <message>
        <source>here must be an attribute, &gt; or /&gt;</source>
        <translation>hier muss ein Attribut, &gt; oder /&gt; stehen</translation>
    </message>
    <message>
        <source>here must be = and the attribute&apos;s value</source>
        <translation>hier müssen = und der Wert des Attributs stehen</translation>
    </message>
    <message>
        <source>here must be a value in quotation marks</source>
        <translation>hier muss ein Wert in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>here must be &gt;</source>
        <translation>hier muss &gt; stehen</translation>
    </message>
    <message>
        <source>this ends an element that has not begun</source>
        <translation>das beendet ein Element, das nicht begonnen hat</translation>
    </message>
    <message>
        <source>this ends another element than the innermost, %1</source>
        <translation>das beendet ein anderes Element als das innerste, %1</translation>
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
        <translation>Rahmen %1</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>not complete yet</source>
        <translation>noch nicht vollständig</translation>
    </message>
    <message>
        <source>%1, by content</source>
        <translation>%1, dem Inhalt nach</translation>
    </message>
    <message>
        <source>the laid-out text is cut</source>
        <translation>der gegliederte Text ist gekürzt</translation>
    </message>
    <message>
        <source>1 frame with bytes of this row</source>
        <translation>1 Rahmen mit Bytes dieser Zeile</translation>
    </message>
    <message>
        <source>%1 frames with bytes of this row</source>
        <translation>%1 Rahmen mit Bytes dieser Zeile</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>%1 from 0x%2 on</source>
        <translation>%1 ab 0x%2</translation>
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
        <source>Lines of text</source>
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
        <source>Frames, length u16 LE</source>
        <translation>Rahmen, Länge u16 LE</translation>
    </message>
    <message>
        <source>Frames, length u16 BE</source>
        <translation>Rahmen, Länge u16 BE</translation>
    </message>
    <message>
        <source>Frames, length u32 LE</source>
        <translation>Rahmen, Länge u32 LE</translation>
    </message>
    <message>
        <source>Frames, length u32 BE</source>
        <translation>Rahmen, Länge u32 BE</translation>
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
        <translation>Nachrichtengrenze ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>drain time is %1: %2 to %3 milliseconds are allowed</source>
        <translation>Auslaufzeit ist %1: erlaubt sind %2 bis %3 Millisekunden</translation>
    </message>
    <message>
        <source>a server cannot hold a name of another computer (%1): use . for this one</source>
        <translation>ein Server kann keinen Namen eines anderen Computers (%1) haben: . steht für diesen hier</translation>
    </message>
    <message>
        <source>instances is %1: %2 to %3 (0: no limit) are allowed</source>
        <translation>Clients zugleich ist %1: erlaubt sind %2 bis %3 (0: unbegrenzt)</translation>
    </message>
    <message>
        <source>outgoing buffer is %1: %2 to %3 bytes are allowed</source>
        <translation>Ausgangspuffer ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>incoming buffer is %1: %2 to %3 bytes are allowed</source>
        <translation>Eingangspuffer ist %1: erlaubt sind %2 bis %3 Byte</translation>
    </message>
    <message>
        <source>echo needs both directions: choose duplex</source>
        <translation>Zurücksenden braucht beide Richtungen: Duplex wählen</translation>
    </message>
    <message>
        <source>time-out is %1: %2 to %3 milliseconds are allowed</source>
        <translation>Wartezeit ist %1: erlaubt sind %2 bis %3 Millisekunden</translation>
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
        <source>the pipe&apos;s name has a NUL at character %1</source>
        <translation>der Name der Pipe hat ein NUL als Zeichen %1</translation>
    </message>
    <message>
        <source>the computer is missing after \\: write \\.\pipe\orders</source>
        <translation>nach \\ fehlt der Computer: \\.\pipe\orders schreiben</translation>
    </message>
    <message>
        <source>the word pipe\ must follow at character %1: write \\.\pipe\orders or \\server\pipe\orders</source>
        <translation>bei Zeichen %1 muss das Wort pipe\ folgen: \\.\pipe\orders oder \\server\pipe\orders schreiben</translation>
    </message>
    <message>
        <source>the pipe&apos;s own part is missing after %1</source>
        <translation>nach %1 fehlt der eigene Teil der Pipe</translation>
    </message>
    <message>
        <source>the pipe&apos;s own part has a \ at character %1: take it out</source>
        <translation>der eigene Teil der Pipe hat ein \ als Zeichen %1: es herausnehmen</translation>
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
        <source>pipes of other computers (%1) are there on Windows only: use . for this computer</source>
        <translation>Pipes anderer Computer (%1) gibt es nur unter Windows: . steht für diesen Computer</translation>
    </message>
    <message>
        <source>the pipe&apos;s own part has a / at character %1: take it out, or write a path from the root (/…)</source>
        <translation>der eigene Teil der Pipe hat ein / als Zeichen %1: es herausnehmen oder einen Pfad ab der Wurzel (/…) schreiben</translation>
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
        <source>Block of the impossible length %1 at offset %2; %3 bytes are not read</source>
        <translation>Block der unmöglichen Länge %1 bei Position %2; %3 Byte sind nicht gelesen</translation>
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
        <source>The file became shorter while it was read at offset %1</source>
        <translation>Die Datei wurde kürzer, während sie bei Position %1 gelesen wurde</translation>
    </message>
    <message>
        <source>Skipped an interface that cannot be read at offset %1</source>
        <translation>Eine unlesbare Schnittstelle bei Position %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a packet that does not fit its block at offset %1</source>
        <translation>Ein Paket bei Position %1, das nicht in seinen Block passt, ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a packet of interface %2, which is not described, at offset %1</source>
        <translation>Ein Paket der Schnittstelle %2, die nicht beschrieben ist, ist bei Position %1 ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a row of impossible length at offset %1</source>
        <translation>Eine Zeile unmöglicher Länge bei Position %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>Skipped a row that says nothing this version knows at offset %1</source>
        <translation>Eine Zeile bei Position %1, die nichts dieser Version Bekanntes sagt, ist ausgelassen</translation>
    </message>
    <message>
        <source>The message at offset %1 has only %2 of its %3 parts</source>
        <translation>Die Nachricht bei Position %1 hat nur %2 ihrer %3 Teile</translation>
    </message>
    <message>
        <source>a byte pipe has no messages to read: choose the message type, or read bytes</source>
        <translation>Eine Byte-Pipe hat keine Nachrichten, die man lesen könnte: den Typ Nachrichten wählen oder Bytes lesen</translation>
    </message>
    <message>
        <source>default time-out is %1: %2 to %3 milliseconds are allowed</source>
        <translation>Standard-Wartezeit ist %1: erlaubt sind %2 bis %3 Millisekunden</translation>
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
        <source>synchronous handles are Windows&apos; own: AF_UNIX sockets read and write side by side anyway</source>
        <translation>Synchrone Handles gibt es nur unter Windows: AF_UNIX-Sockets lesen und schreiben ohnehin nebeneinander</translation>
    </message>
    <message>
        <source>AF_UNIX sockets have no security descriptor: choose the file mode</source>
        <translation>AF_UNIX-Sockets haben keinen Sicherheitsdeskriptor: die Dateirechte wählen</translation>
    </message>
    <message>
        <source>AF_UNIX sockets are read as they are written: the read mode is that of the type</source>
        <translation>AF_UNIX-Sockets werden gelesen, wie sie geschrieben werden: der Lesemodus ist der des Typs</translation>
    </message>
    <message>
        <source>AF_UNIX gives each client a socket of its own: there is no instance to reuse</source>
        <translation>AF_UNIX gibt jedem Client einen eigenen Socket: es gibt keine Instanz zum Wiederverwenden</translation>
    </message>
    <message>
        <source>WaitNamedPipe is Windows&apos; own: choose to keep trying</source>
        <translation>WaitNamedPipe gibt es nur unter Windows: wiederholtes Versuchen wählen</translation>
    </message>
    <message>
        <source>the pipe is one of another computer: this user&apos;s rights there are not known here</source>
        <translation>die Pipe gehört zu einem anderen Rechner: welche Rechte dieser Benutzer dort hat, ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>pipes of this system have no access list</source>
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
        <source>nothing is wished for: choose read, write, execute or delete</source>
        <translation>nichts ist gewünscht: wählen Sie Lesen, Schreiben, Ausführen oder Löschen</translation>
    </message>
    <message>
        <source>the path has a zero byte in it</source>
        <translation>im Pfad ist ein Null-Byte</translation>
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
        <source>Put texts in double quotes: &quot;…&quot;</source>
        <translation>Texte stehen in doppelten Anführungszeichen: &quot;…&quot;</translation>
    </message>
    <message>
        <source>“%1” has no meaning here</source>
        <translation>„%1“ bedeutet hier nichts</translation>
    </message>
    <message>
        <source>The closing quote of this text is missing</source>
        <translation>Das schließende Anführungszeichen dieses Textes fehlt</translation>
    </message>
    <message>
        <source>Only “data” can be cut: data[0:4]</source>
        <translation>Nur „data“ lässt sich zerteilen: data[0:4]</translation>
    </message>
    <message>
        <source>Parts are [start:length], [first-last], [:length], [start:] or [one]; a negative start counts from the end</source>
        <translation>Teile sind [Anfang:Länge], [erstes-letztes], [:Länge], [Anfang:] oder [eines]; ein negativer Anfang zählt vom Ende</translation>
    </message>
    <message>
        <source>] belongs here</source>
        <translation>Hier gehört ] hin</translation>
    </message>
    <message>
        <source>The part of “data” has %1 bytes, and this has %2: they are never equal</source>
        <translation>Der Teil von „data“ hat %1 Byte, dies hier %2: Sie sind nie gleich</translation>
    </message>
    <message>
        <source>This range goes backwards: the smaller value comes first</source>
        <translation>Dieser Bereich läuft rückwärts: Der kleinere Wert steht vorn</translation>
    </message>
    <message>
        <source>“%1” is compared with a time like 5ms, 250us, 1.5s or 2min</source>
        <translation>„%1“ wird mit einer Zeitspanne wie 5ms, 250us, 1.5s oder 2min verglichen</translation>
    </message>
    <message>
        <source>“%1” is compared with a whole number like 12 or 0x1f</source>
        <translation>„%1“ wird mit einer ganzen Zahl wie 12 oder 0x1f verglichen</translation>
    </message>
    <message>
        <source>“time” is compared with a moment like &quot;2026-11-22 19:54:27.123&quot; or a time of day like &quot;19:54&quot;</source>
        <translation>„time“ wird mit einem Zeitpunkt wie &quot;2026-11-22 19:54:27.123&quot; oder einer Uhrzeit wie &quot;19:54&quot; verglichen</translation>
    </message>
    <message>
        <source>Both ends of a range are moments, or both are times of day</source>
        <translation>Beide Enden eines Bereichs sind Zeitpunkte, oder beide sind Uhrzeiten</translation>
    </message>
    <message>
        <source>“%1” is one of: %2</source>
        <translation>„%1“ ist eines von: %2</translation>
    </message>
    <message>
        <source>Put the text in quotes: &quot;%1&quot;</source>
        <translation>Der Text gehört in Anführungszeichen: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>A text in quotes belongs here</source>
        <translation>Hier gehört ein Text in Anführungszeichen hin</translation>
    </message>
    <message>
        <source>A backslash is followed by one of \ &quot; n r t 0 or xHH</source>
        <translation>Auf einen umgekehrten Schrägstrich folgt eines von \ &quot; n r t 0 oder xHH</translation>
    </message>
    <message>
        <source>Bytes belong here, like de:ad:be:ef or &quot;text&quot;</source>
        <translation>Hier gehören Bytes hin, etwa de:ad:be:ef oder &quot;text&quot;</translation>
    </message>
    <message>
        <source>A regular expression in quotes belongs here, like &quot;^GET .*&quot;</source>
        <translation>Hier gehört ein regulärer Ausdruck in Anführungszeichen hin, etwa &quot;^GET .*&quot;</translation>
    </message>
    <message>
        <source>This is no regular expression: %1</source>
        <translation>Das ist kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are: %2</source>
        <translation>Es gibt kein Feld „%1“. Die Felder sind: %2</translation>
    </message>
    <message>
        <source>A field belongs here. The fields are: %1</source>
        <translation>Hier gehört ein Feld hin. Die Felder sind: %1</translation>
    </message>
    <message>
        <source>“%1” stands alone: %1, or !%1</source>
        <translation>„%1“ steht allein: %1, oder !%1</translation>
    </message>
    <message>
        <source>A filter has at most %1 bytes</source>
        <translation>Ein Filter hat höchstens %1 Byte</translation>
    </message>
    <message>
        <source>&amp;&amp; or || belongs here, or the end</source>
        <translation>Hier gehört &amp;&amp; oder || hin, oder das Ende</translation>
    </message>
    <message>
        <source>Parentheses nest deeper than %1 here</source>
        <translation>Klammern sind hier tiefer als %1 verschachtelt</translation>
    </message>
    <message>
        <source>This parenthesis is not closed</source>
        <translation>Diese Klammer wird nicht geschlossen</translation>
    </message>
    <message>
        <source>&amp;&amp; or || belongs here, or )</source>
        <translation>Hier gehört &amp;&amp; oder || hin, oder )</translation>
    </message>
    <message>
        <source>A filter has at most %1 comparisons</source>
        <translation>Ein Filter hat höchstens %1 Vergleiche</translation>
    </message>
    <message>
        <source>An operator belongs here: %1</source>
        <translation>Hier gehört ein Operator hin: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with %2. It knows: %3</source>
        <translation>„%1“ lässt sich nicht mit %2 vergleichen. Möglich sind: %3</translation>
    </message>
    <message>
        <source>A set belongs here: {…, …}</source>
        <translation>Hier gehört eine Menge hin: {…, …}</translation>
    </message>
    <message>
        <source>This set is not closed: } is missing</source>
        <translation>Diese Menge wird nicht geschlossen: } fehlt</translation>
    </message>
    <message>
        <source>A comma or } belongs here</source>
        <translation>Hier gehört ein Komma oder } hin</translation>
    </message>
    <message>
        <source>There are too many marks and comments</source>
        <translation>Es sind zu viele Markierungen und Kommentare</translation>
    </message>
    <message>
        <source>no right to delete what is in %1, which has mode %2, owner %3, group %4</source>
        <translation>kein Recht zu löschen, was in %1 liegt; Modus %2, Besitzer %3, Gruppe %4</translation>
    </message>
    <message>
        <source>neither %1 nor the right to delete: %2 has mode %3, owner %4, group %5</source>
        <translation>weder %1 noch das Recht zu löschen: %2 hat Modus %3, Besitzer %4, Gruppe %5</translation>
    </message>
    <message>
        <source>no right %1: %2 has mode %3, owner %4, group %5</source>
        <translation>kein Recht %1: %2 hat Modus %3, Besitzer %4, Gruppe %5</translation>
    </message>
    <message>
        <source>may not pass through %1, which has mode %2, owner %3, group %4</source>
        <translation>darf nicht durch %1 hindurch; Modus %2, Besitzer %3, Gruppe %4</translation>
    </message>
    <message>
        <source>the entries of its security descriptor do not grant %1</source>
        <translation>die Einträge seiner Sicherheitsbeschreibung gewähren %1 nicht</translation>
    </message>
    <message>
        <source>All instances of the pipe stayed busy for %1 ms</source>
        <translation>Alle Instanzen der Pipe blieben %1 ms lang besetzt</translation>
    </message>
    <message>
        <source>Nobody served the pipe within %1 ms</source>
        <translation>Niemand hat die Pipe innerhalb von %1 ms bedient</translation>
    </message>
    <message>
        <source>Not a pcapng file: it is empty</source>
        <translation>Keine pcapng-Datei: Sie ist leer</translation>
    </message>
    <message>
        <source>%1 is a folder, a pipe or a device: only a file can be replaced by another</source>
        <translation>%1 ist ein Ordner, eine Pipe oder ein Gerät: Nur eine Datei kann durch eine andere ersetzt werden</translation>
    </message>
    <message>
        <source>%1 leads to a file that is already open as an output: replacing it would lose what else is written there</source>
        <translation>%1 führt zu einer Datei, die schon als Ausgabe geöffnet ist: sie zu ersetzen würde verlieren, was sonst hineingeschrieben wird</translation>
    </message>
    <message>
        <source>The system did not let %1 keep its owner, group or access list; it belongs to this user now</source>
        <translation>Das System hat nicht zugelassen, dass %1 Besitzer, Gruppe oder Zugriffsliste behält; sie gehört jetzt diesem Benutzer</translation>
    </message>
    <message>
        <source>%1 is a link that leads nowhere</source>
        <translation>%1 ist eine Verknüpfung, die nirgendwohin führt</translation>
    </message>
    <message>
        <source>The file has more rows than can be shown; the rest is left out at offset %1</source>
        <translation>Die Datei hat mehr Zeilen, als gezeigt werden können; ab Offset %1 ist der Rest weggelassen</translation>
    </message>
    <message>
        <source>The file has more interfaces than are kept; they and their packets are left out from offset %1 on</source>
        <translation>Die Datei hat mehr Schnittstellen, als behalten werden; sie und ihre Pakete sind ab Offset %1 weggelassen</translation>
    </message>
    <message>
        <source>%1 exists and is not a socket; it was left alone</source>
        <translation>%1 gibt es schon und ist kein Socket; es blieb unberührt</translation>
    </message>
    <message>
        <source>A server is listening on %1</source>
        <translation>An %1 lauscht ein Server</translation>
    </message>
    <message>
        <source>%1 was left behind by a server that is gone</source>
        <translation>%1 hat ein Server hinterlassen, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Another server is taking over %1 at this moment</source>
        <translation>Ein anderer Server übernimmt %1 in diesem Augenblick</translation>
    </message>
    <message>
        <source>%1.pipescope-lock exists and is not a lock of this user: the socket that a server left behind there was not removed</source>
        <translation>%1.pipescope-lock gibt es schon und ist keine Sperre dieses Benutzers: der Socket, den ein Server dort hinterlassen hat, wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Another server has just taken %1</source>
        <translation>Ein anderer Server hat gerade %1 übernommen</translation>
    </message>
    <message>
        <source>%1 is the file that this session is read from: write to another file</source>
        <translation>%1 ist die Datei, aus der diese Sitzung gelesen wird: in eine andere Datei schreiben</translation>
    </message>
    <message>
        <source>Internal error: &quot;%1&quot; came while the state was &quot;%2&quot;</source>
        <translation>Interner Fehler: „%1“ kam im Zustand „%2“</translation>
    </message>
    <message>
        <source>%1 takes a smaller number than %2</source>
        <translation>%1 braucht eine kleinere Zahl als %2</translation>
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
        <translation>%1 braucht eine Sicherheitsbeschreibung wie D:(A;;GA;;;BA)</translation>
    </message>
    <message>
        <source>there is no option %1</source>
        <translation>eine Option %1 gibt es nicht</translation>
    </message>
    <message>
        <source>A word belongs here, such as: %1</source>
        <translation>Hierher gehört ein Wort, zum Beispiel: %1</translation>
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
</context>
<context>
    <name>ErrorTitle</name>
    <message>
        <source>Not a valid value</source>
        <translation>Kein gültiger Wert</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>The pipe is busy</source>
        <translation>Die Pipe ist belegt</translation>
    </message>
    <message>
        <source>The time ran out</source>
        <translation>Die Zeit ist abgelaufen</translation>
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
        <source>The name is in use</source>
        <translation>Der Name ist vergeben</translation>
    </message>
    <message>
        <source>No more instances</source>
        <translation>Keine weiteren Instanzen</translation>
    </message>
    <message>
        <source>The send queue is full</source>
        <translation>Die Sendewarteschlange ist voll</translation>
    </message>
    <message>
        <source>The message is too large</source>
        <translation>Die Nachricht ist zu groß</translation>
    </message>
    <message>
        <source>The other end closed the pipe</source>
        <translation>Das andere Ende hat die Pipe geschlossen</translation>
    </message>
    <message>
        <source>A client came and left at once</source>
        <translation>Ein Client kam und ging sofort wieder</translation>
    </message>
    <message>
        <source>Message and byte mode do not fit together</source>
        <translation>Nachrichten- und Byte-Modus passen nicht zusammen</translation>
    </message>
    <message>
        <source>Not supported on this system</source>
        <translation>Auf diesem System nicht möglich</translation>
    </message>
    <message>
        <source>Nobody is connected there</source>
        <translation>Dort ist niemand verbunden</translation>
    </message>
    <message>
        <source>PipeScope is ending</source>
        <translation>PipeScope wird beendet</translation>
    </message>
    <message>
        <source>The system has no room left</source>
        <translation>Das System hat keinen Platz mehr</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A system call failed</source>
        <translation>Ein Systemaufruf ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Entry %1 of the pipe&apos;s access list denies %2 to %3.</source>
        <translation>Eintrag %1 der Zugriffsliste der Pipe verweigert %2 für %3.</translation>
    </message>
    <message>
        <source>Entry %1 of the pipe&apos;s access list gives %2 to %3, but this process has that group for denying only: run it as administrator.</source>
        <translation>Eintrag %1 der Zugriffsliste der Pipe gibt %2 an %3, aber dieser Prozess hat die Gruppe nur zum Verweigern: ihn als Administrator ausführen.</translation>
    </message>
    <message>
        <source>The integrity label of the pipe is above that of this process and withholds %1.</source>
        <translation>Das Integritätslabel der Pipe liegt über dem dieses Prozesses und enthält ihm %1 vor.</translation>
    </message>
    <message>
        <source>This process runs in an AppContainer, and no entry of the pipe&apos;s access list gives that container %1.</source>
        <translation>Dieser Prozess läuft in einem AppContainer, und kein Eintrag der Zugriffsliste der Pipe gibt diesem Container %1.</translation>
    </message>
    <message>
        <source>No entry of the pipe&apos;s access list gives this user or its groups %1.</source>
        <translation>Kein Eintrag der Zugriffsliste der Pipe gibt diesem Benutzer oder seinen Gruppen %1.</translation>
    </message>
    <message>
        <source>The pipe&apos;s access list gives this process all that it asked for: the refusal has another cause, such as the direction of the pipe.</source>
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
        <source>The two programs have different TMPDIR values, so that the same name is another path.</source>
        <translation>Die beiden Programme haben verschiedene Werte von TMPDIR, sodass derselbe Name ein anderer Pfad ist.</translation>
    </message>
    <message>
        <source>Compare the full paths; .NET makes CoreFxPipe_name in TMPDIR, or in /tmp without it.</source>
        <translation>Die vollen Pfade vergleichen; .NET legt CoreFxPipe_name in TMPDIR an, ohne TMPDIR in /tmp.</translation>
    </message>
    <message>
        <source>One of the two runs in a container or with a private /tmp and sees another folder.</source>
        <translation>Eines der beiden läuft in einem Container oder mit eigenem /tmp und sieht einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Use a folder that both see.</source>
        <translation>Einen Ordner benutzen, den beide sehen.</translation>
    </message>
    <message>
        <source>The folder of the socket is not there.</source>
        <translation>Den Ordner des Sockets gibt es nicht.</translation>
    </message>
    <message>
        <source>Make the folder, or choose another path.</source>
        <translation>Den Ordner anlegen oder einen anderen Pfad wählen.</translation>
    </message>
    <message>
        <source>The file or its folder is not there.</source>
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
        <source>The descriptor was closed before, perhaps by another thread, and is still in use.</source>
        <translation>Der Deskriptor wurde schon geschlossen, vielleicht von einem anderen Thread, und wird noch benutzt.</translation>
    </message>
    <message>
        <source>Look for the close; close a descriptor once, when nothing uses it any more.</source>
        <translation>Das close suchen; einen Deskriptor einmal schließen, wenn ihn nichts mehr benutzt.</translation>
    </message>
    <message>
        <source>Try again after a short pause; let the server accept, or listen with a larger backlog.</source>
        <translation>Nach einer kurzen Pause noch einmal versuchen; der Server soll annehmen oder mit größerem Backlog lauschen.</translation>
    </message>
    <message>
        <source>The other end reads more slowly than this end sends.</source>
        <translation>Die Gegenseite liest langsamer, als diese Seite sendet.</translation>
    </message>
    <message>
        <source>Wait until the socket is writable again (poll or epoll), then send the rest.</source>
        <translation>Warten, bis der Socket wieder beschreibbar ist (poll oder epoll), dann den Rest senden.</translation>
    </message>
    <message>
        <source>The other end has not sent anything, or the receive time-out (SO_RCVTIMEO) ran out.</source>
        <translation>Die Gegenseite hat nichts gesendet, oder die Empfangszeit (SO_RCVTIMEO) ist abgelaufen.</translation>
    </message>
    <message>
        <source>Wait until the socket is readable (poll or epoll).</source>
        <translation>Warten, bis der Socket lesbar ist (poll oder epoll).</translation>
    </message>
    <message>
        <source>The client left again, or another thread accepted it.</source>
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
        <source>The computer, or the memory limit of this process or its container, is used up.</source>
        <translation>Der Speicher des Rechners oder die Speichergrenze dieses Prozesses oder seines Containers ist erschöpft.</translation>
    </message>
    <message>
        <source>Close programs, or raise the limit.</source>
        <translation>Programme schließen oder die Grenze anheben.</translation>
    </message>
    <message>
        <source>The user may not write to the socket&apos;s file: connecting needs write permission.</source>
        <translation>Der Benutzer darf nicht in die Datei des Sockets schreiben; zum Verbinden braucht es Schreibrecht.</translation>
    </message>
    <message>
        <source>Let the server allow it with chmod or its group, or run both programs as the same user.</source>
        <translation>Im Server mit chmod oder über seine Gruppe erlauben, oder beide Programme als derselbe Benutzer ausführen.</translation>
    </message>
    <message>
        <source>A folder on the way may not be entered by this user.</source>
        <translation>Einen Ordner auf dem Weg darf dieser Benutzer nicht betreten.</translation>
    </message>
    <message>
        <source>Give search permission (x) on each folder of the path.</source>
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
        <source>A file of this name is there already.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the file.</source>
        <translation>Einen anderen Namen wählen oder die Datei entfernen.</translation>
    </message>
    <message>
        <source>A file stands where a folder should be.</source>
        <translation>Wo ein Ordner sein sollte, steht eine Datei.</translation>
    </message>
    <message>
        <source>The socket has a path already: it can be bound once.</source>
        <translation>Der Socket hat schon einen Pfad: bind geht nur einmal.</translation>
    </message>
    <message>
        <source>Use a new socket.</source>
        <translation>Einen neuen Socket benutzen.</translation>
    </message>
    <message>
        <source>The address is longer than sun_path takes (107 bytes), or its family is not AF_UNIX.</source>
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
        <source>An argument is not one that the manual page of the call allows.</source>
        <translation>Ein Argument ist keines, das die Handbuchseite des Aufrufs erlaubt.</translation>
    </message>
    <message>
        <source>Compare each argument with the manual page.</source>
        <translation>Jedes Argument mit der Handbuchseite vergleichen.</translation>
    </message>
    <message>
        <source>Some program keeps very many files open.</source>
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
        <source>No room is left where the file is.</source>
        <translation>Wo die Datei liegt, ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space, or choose another place.</source>
        <translation>Platz schaffen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The folder is on a disk that can only be read.</source>
        <translation>Der Ordner liegt auf einem Datenträger, der nur gelesen werden kann.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The other program closed its end, or it was ended.</source>
        <translation>Das andere Programm hat sein Ende geschlossen, oder es wurde beendet.</translation>
    </message>
    <message>
        <source>Read what it sent before, then close this end; without MSG_NOSIGNAL this also sends SIGPIPE.</source>
        <translation>Lesen, was es vorher gesendet hat, dann dieses Ende schließen; ohne MSG_NOSIGNAL kommt auch SIGPIPE.</translation>
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
        <source>The other end is gone.</source>
        <translation>Die Gegenseite ist fort.</translation>
    </message>
    <message>
        <source>Connect again when it is back.</source>
        <translation>Neu verbinden, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>A socket&apos;s path has at most 107 bytes, one name in it at most 255.</source>
        <translation>Der Pfad eines Sockets hat höchstens 107 Byte, ein Name darin höchstens 255.</translation>
    </message>
    <message>
        <source>Use a shorter path, for example below /run or /tmp.</source>
        <translation>Einen kürzeren Pfad wählen, zum Beispiel unter /run oder /tmp.</translation>
    </message>
    <message>
        <source>The links lead in a circle.</source>
        <translation>Die Verweise führen im Kreis.</translation>
    </message>
    <message>
        <source>Check the path with readlink.</source>
        <translation>Den Pfad mit readlink prüfen.</translation>
    </message>
    <message>
        <source>The descriptor was closed and its number is now a file&apos;s, or it was never a socket.</source>
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
        <source>Another kind of server owns the path, for example one of datagrams (SOCK_DGRAM).</source>
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
        <source>The type is none of SOCK_STREAM, SOCK_DGRAM and SOCK_SEQPACKET.</source>
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
        <source>A flag is not for AF_UNIX sockets, for example MSG_OOB on an older system.</source>
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
        <source>A server that has ended left its file behind: a socket&apos;s file is not removed by itself.</source>
        <translation>Ein beendeter Server hat seine Datei zurückgelassen: die Datei eines Sockets verschwindet nicht von selbst.</translation>
    </message>
    <message>
        <source>Remove the file when nobody listens there, then bind again.</source>
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
        <source>The client left before it was accepted.</source>
        <translation>Der Client ist gegangen, bevor er angenommen wurde.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: accept the next one.</source>
        <translation>Nichts zu tun: den nächsten annehmen.</translation>
    </message>
    <message>
        <source>The other program closed with data unread, or it was ended.</source>
        <translation>Das andere Programm hat mit ungelesenen Daten geschlossen, oder es wurde beendet.</translation>
    </message>
    <message>
        <source>See why it did not read; what was sent last may be lost.</source>
        <translation>Nachsehen, warum es nicht gelesen hat; das zuletzt Gesendete kann verloren sein.</translation>
    </message>
    <message>
        <source>The server closed its listening socket before it had accepted this client.</source>
        <translation>Der Server hat seinen lauschenden Socket geschlossen, bevor er diesen Client angenommen hatte.</translation>
    </message>
    <message>
        <source>The system is short of memory for sockets.</source>
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
        <source>The connection was never made, or is gone.</source>
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
        <source>Let the receiver catch up.</source>
        <translation>Den Empfänger aufholen lassen.</translation>
    </message>
    <message>
        <source>The other end does not answer.</source>
        <translation>Die Gegenseite antwortet nicht.</translation>
    </message>
    <message>
        <source>Check what the other program does, or wait longer.</source>
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
        <source>The program took it back itself.</source>
        <translation>Das Programm hat es selbst zurückgenommen.</translation>
    </message>
    <message>
        <source>Nothing needs to be done if that was meant. What a cancelled write had sent is not known.</source>
        <translation>Nichts zu tun, wenn das so gemeint war. Was ein abgebrochenes Schreiben gesendet hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The operation is not permitted to this user, whatever the permissions of the file say.</source>
        <translation>Diesem Benutzer ist das nicht erlaubt, was immer die Rechte der Datei sagen.</translation>
    </message>
    <message>
        <source>No socket of that path exists.</source>
        <translation>Einen Socket mit diesem Pfad gibt es nicht.</translation>
    </message>
    <message>
        <source>Nothing of that path exists.</source>
        <translation>Unter diesem Pfad gibt es nichts.</translation>
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
        <source>The server has as many clients waiting as its backlog takes.</source>
        <translation>Beim Server warten so viele Clients, wie sein Backlog fasst.</translation>
    </message>
    <message>
        <source>The socket takes no more data at this moment.</source>
        <translation>Der Socket nimmt im Augenblick nichts mehr an.</translation>
    </message>
    <message>
        <source>Nothing has come at this moment.</source>
        <translation>Im Augenblick ist nichts gekommen.</translation>
    </message>
    <message>
        <source>No client is waiting at this moment.</source>
        <translation>Im Augenblick wartet kein Client.</translation>
    </message>
    <message>
        <source>The call would have to wait, and it was asked not to.</source>
        <translation>Der Aufruf müsste warten und soll es nicht.</translation>
    </message>
    <message>
        <source>The system has no memory for this.</source>
        <translation>Das System hat dafür keinen Speicher.</translation>
    </message>
    <message>
        <source>The permissions of the path do not allow this.</source>
        <translation>Die Rechte des Pfads erlauben das nicht.</translation>
    </message>
    <message>
        <source>The call was given memory that it may not use.</source>
        <translation>Der Aufruf bekam Speicher, den er nicht benutzen darf.</translation>
    </message>
    <message>
        <source>A part of the path is not a folder.</source>
        <translation>Ein Teil des Pfads ist kein Ordner.</translation>
    </message>
    <message>
        <source>One of the arguments is not allowed here, or does not fit the state of the socket.</source>
        <translation>Eines der Argumente ist hier nicht erlaubt oder passt nicht zum Zustand des Sockets.</translation>
    </message>
    <message>
        <source>The whole system has as many files open as it allows.</source>
        <translation>Das ganze System hat so viele Dateien offen, wie es erlaubt.</translation>
    </message>
    <message>
        <source>This process has as many files and sockets open as it may have.</source>
        <translation>Dieser Prozess hat so viele Dateien und Sockets offen, wie er darf.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The disk can only be read.</source>
        <translation>Der Datenträger kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>The other end closed the connection and takes no more data.</source>
        <translation>Die Gegenseite hat die Verbindung geschlossen und nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>The path is longer than a path may be.</source>
        <translation>Der Pfad ist länger, als ein Pfad sein darf.</translation>
    </message>
    <message>
        <source>The path goes through too many symbolic links.</source>
        <translation>Der Pfad führt über zu viele symbolische Verweise.</translation>
    </message>
    <message>
        <source>The descriptor is not a socket.</source>
        <translation>Der Deskriptor ist kein Socket.</translation>
    </message>
    <message>
        <source>The socket has no other end to send to.</source>
        <translation>Der Socket hat keine Gegenseite, an die er senden könnte.</translation>
    </message>
    <message>
        <source>The message is larger than the socket can send as one.</source>
        <translation>Die Nachricht ist größer, als der Socket am Stück senden kann.</translation>
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
        <source>The system does not let this process have this kind of socket.</source>
        <translation>Das System gibt diesem Prozess keinen Socket dieser Art.</translation>
    </message>
    <message>
        <source>The path is taken: a file of that name is there.</source>
        <translation>Der Pfad ist vergeben: eine Datei dieses Namens ist da.</translation>
    </message>
    <message>
        <source>The connection was aborted before it was accepted.</source>
        <translation>Die Verbindung wurde abgebrochen, bevor sie angenommen wurde.</translation>
    </message>
    <message>
        <source>The other end closed without reading all that was sent to it.</source>
        <translation>Die Gegenseite hat geschlossen, ohne alles zu lesen, was ihr gesendet wurde.</translation>
    </message>
    <message>
        <source>The system has no buffers left for this.</source>
        <translation>Das System hat dafür keine Puffer mehr.</translation>
    </message>
    <message>
        <source>The socket is connected already.</source>
        <translation>Der Socket ist schon verbunden.</translation>
    </message>
    <message>
        <source>The socket is not connected.</source>
        <translation>Der Socket ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The socket was shut down and sends no more.</source>
        <translation>Der Socket wurde mit shutdown beendet und sendet nicht mehr.</translation>
    </message>
    <message>
        <source>Too many descriptors are on their way in messages that nobody has received.</source>
        <translation>Zu viele Deskriptoren sind in Nachrichten unterwegs, die niemand empfangen hat.</translation>
    </message>
    <message>
        <source>It did not happen in the time given.</source>
        <translation>Es geschah nicht in der gegebenen Zeit.</translation>
    </message>
    <message>
        <source>Nobody listens at that path.</source>
        <translation>An diesem Pfad lauscht niemand.</translation>
    </message>
    <message>
        <source>The socket is connecting already.</source>
        <translation>Der Socket verbindet sich schon.</translation>
    </message>
    <message>
        <source>The connection is being made and not complete yet: this is no failure.</source>
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
        <source>Correct what is named here.</source>
        <translation>Berichtigen, was hier genannt ist.</translation>
    </message>
    <message>
        <source>Nothing of that name was found.</source>
        <translation>Unter diesem Namen wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>The name is wrong, or the other program has not started.</source>
        <translation>Der Name ist falsch, oder das andere Programm läuft noch nicht.</translation>
    </message>
    <message>
        <source>Check the spelling, and that the other program runs.</source>
        <translation>Die Schreibweise prüfen, und ob das andere Programm läuft.</translation>
    </message>
    <message>
        <source>There was no free instance.</source>
        <translation>Es war keine Instanz frei.</translation>
    </message>
    <message>
        <source>All instances of the pipe are taken.</source>
        <translation>Alle Instanzen der Pipe sind vergeben.</translation>
    </message>
    <message>
        <source>Wait longer, or let the server have more instances.</source>
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
        <source>It was taken back before it was done.</source>
        <translation>Es wurde zurückgenommen, bevor es getan war.</translation>
    </message>
    <message>
        <source>This side took it back.</source>
        <translation>Diese Seite hat es zurückgenommen.</translation>
    </message>
    <message>
        <source>Start it again if it is still wanted.</source>
        <translation>Noch einmal beginnen, wenn es noch gewollt ist.</translation>
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
        <source>The pipe may have no further instance.</source>
        <translation>Die Pipe darf keine weitere Instanz haben.</translation>
    </message>
    <message>
        <source>Raise the limit where the first server of this name sets it.</source>
        <translation>Die Grenze dort anheben, wo der erste Server dieses Namens sie setzt.</translation>
    </message>
    <message>
        <source>The send queue is full.</source>
        <translation>Die Sendeschlange ist voll.</translation>
    </message>
    <message>
        <source>Too much waits to be sent, because the other end reads slowly.</source>
        <translation>Zu viel wartet aufs Senden, weil die Gegenseite langsam liest.</translation>
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
        <source>The other end closed the pipe, or its program ended.</source>
        <translation>Die Gegenseite hat die Pipe geschlossen, oder ihr Programm ist beendet.</translation>
    </message>
    <message>
        <source>A client came and left at once.</source>
        <translation>Ein Client kam und ging gleich wieder.</translation>
    </message>
    <message>
        <source>A client connected and left again before it was accepted.</source>
        <translation>Ein Client hat sich verbunden und ist gegangen, bevor er angenommen wurde.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: the server goes on listening.</source>
        <translation>Nichts zu tun: der Server lauscht weiter.</translation>
    </message>
    <message>
        <source>Message mode and byte mode do not fit together.</source>
        <translation>Nachrichtenmodus und Bytemodus passen nicht zusammen.</translation>
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
        <source>This cannot be done here.</source>
        <translation>Das geht hier nicht.</translation>
    </message>
    <message>
        <source>This system has no such thing.</source>
        <translation>Dieses System hat so etwas nicht.</translation>
    </message>
    <message>
        <source>Do it another way, or on another system.</source>
        <translation>Auf andere Weise oder auf einem anderen System tun.</translation>
    </message>
    <message>
        <source>There is nobody to do this with.</source>
        <translation>Es ist niemand da, mit dem das ginge.</translation>
    </message>
    <message>
        <source>The connection is not there any more, or nobody is connected yet.</source>
        <translation>Die Verbindung ist nicht mehr da, oder es ist noch niemand verbunden.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Eine andere wählen.</translation>
    </message>
    <message>
        <source>Nothing new is begun any more.</source>
        <translation>Es wird nichts Neues mehr begonnen.</translation>
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
        <source>The system has no room left.</source>
        <translation>Das System hat keinen Platz mehr.</translation>
    </message>
    <message>
        <source>Memory, handles or disk space are used up.</source>
        <translation>Speicher, Handles oder Plattenplatz sind erschöpft.</translation>
    </message>
    <message>
        <source>Close something, or free some space.</source>
        <translation>Etwas schließen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>The file cannot be understood.</source>
        <translation>Die Datei ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The file is damaged, or of another kind.</source>
        <translation>Die Datei ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>What comes before the damage can still be read.</source>
        <translation>Was vor dem Schaden steht, kann noch gelesen werden.</translation>
    </message>
    <message>
        <source>The system reported a failure.</source>
        <translation>Das System meldet einen Fehler.</translation>
    </message>
    <message>
        <source>Pipe calls rarely give this code.</source>
        <translation>Pipe-Aufrufe geben diesen Code selten.</translation>
    </message>
    <message>
        <source>Look up the code and the call in the system&apos;s documentation.</source>
        <translation>Code und Aufruf in der Dokumentation des Systems nachschlagen.</translation>
    </message>
    <message>
        <source>The handle is a client&apos;s end, and only the server&apos;s end can do this.</source>
        <translation>Das Handle ist das Ende eines Clients, und nur das Ende des Servers kann das.</translation>
    </message>
    <message>
        <source>Use the handle that CreateNamedPipe returned.</source>
        <translation>Das Handle benutzen, das CreateNamedPipe geliefert hat.</translation>
    </message>
    <message>
        <source>The handle belongs to something that is no named pipe.</source>
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
        <translation>Der Server auf dem anderen Rechner hat keine Pipe dieses Namens.</translation>
    </message>
    <message>
        <source>Check the server&apos;s name for the pipe there, and that the service runs on that computer.</source>
        <translation>Prüfen, wie die Pipe dort heißt, und ob der Dienst auf jenem Rechner läuft.</translation>
    </message>
    <message>
        <source>The server closed its last instance before it made the next one, so that the name was gone for a moment.</source>
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
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>The name is empty, or does not begin with a place that exists.</source>
        <translation>Der Name ist leer oder beginnt nicht mit einem Ort, den es gibt.</translation>
    </message>
    <message>
        <source>Write the name as \\.\pipe\name.</source>
        <translation>Den Namen als \\.\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>The folder is not there.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Another server holds this name, and FILE_FLAG_FIRST_PIPE_INSTANCE lets only one be the first.</source>
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
        <source>The permissions of the pipe do not allow this user what was asked for. Without a descriptor of its own a pipe lets other users only read.</source>
        <translation>Die Rechte der Pipe erlauben diesem Benutzer nicht, was verlangt wurde. Ohne eigenen Deskriptor lässt eine Pipe andere Benutzer nur lesen.</translation>
    </message>
    <message>
        <source>Let the server&apos;s security descriptor allow this user to read and write, or run both programs as the same user.</source>
        <translation>Im Sicherheitsdeskriptor des Servers diesem Benutzer Lesen und Schreiben erlauben, oder beide Programme als derselbe Benutzer ausführen.</translation>
    </message>
    <message>
        <source>The direction does not fit: an inbound pipe cannot be opened for reading, nor an outbound one for writing.</source>
        <translation>Die Richtung passt nicht: eine eingehende Pipe lässt sich nicht zum Lesen öffnen, eine ausgehende nicht zum Schreiben.</translation>
    </message>
    <message>
        <source>Open it for writing only if it is inbound, for reading only if it is outbound.</source>
        <translation>Eine eingehende nur zum Schreiben öffnen, eine ausgehende nur zum Lesen.</translation>
    </message>
    <message>
        <source>The server runs as administrator and this program does not, so that the pipe belongs to the group Administrators.</source>
        <translation>Der Server läuft als Administrator und dieses Programm nicht, sodass die Pipe der Gruppe Administratoren gehört.</translation>
    </message>
    <message>
        <source>Run this program as administrator too, or let the server allow the user by name.</source>
        <translation>Auch dieses Programm als Administrator ausführen, oder den Benutzer im Server namentlich zulassen.</translation>
    </message>
    <message>
        <source>The server rejects clients on other computers (PIPE_REJECT_REMOTE_CLIENTS), or its computer allows this user no access over the network.</source>
        <translation>Der Server weist Clients auf anderen Rechnern ab (PIPE_REJECT_REMOTE_CLIENTS), oder sein Rechner erlaubt diesem Benutzer keinen Zugriff über das Netz.</translation>
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
        <source>Open the pipe with READ_CONTROL, as a user who is allowed to.</source>
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
        <source>Run this program as administrator to see more of it.</source>
        <translation>Dieses Programm als Administrator ausführen, um mehr davon zu sehen.</translation>
    </message>
    <message>
        <source>The token of the client does not allow the server to look at it.</source>
        <translation>Das Token des Clients lässt den Server nicht hineinsehen.</translation>
    </message>
    <message>
        <source>Open the token with OpenAsSelf set, so that the server&apos;s own rights count.</source>
        <translation>Das Token mit OpenAsSelf öffnen, sodass die eigenen Rechte des Servers zählen.</translation>
    </message>
    <message>
        <source>The read mode is messages but the type is bytes: PIPE_READMODE_MESSAGE needs PIPE_TYPE_MESSAGE.</source>
        <translation>Der Lesemodus ist Nachrichten, der Typ aber Bytes: PIPE_READMODE_MESSAGE braucht PIPE_TYPE_MESSAGE.</translation>
    </message>
    <message>
        <source>Make the pipe of message type, or read it as bytes.</source>
        <translation>Der Pipe den Nachrichtentyp geben oder sie als Bytes lesen.</translation>
    </message>
    <message>
        <source>The number of instances is not from 1 to 254, nor PIPE_UNLIMITED_INSTANCES (255).</source>
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
        <source>Connect in byte mode, or make the server&apos;s pipe of message type.</source>
        <translation>Im Bytemodus verbinden oder der Pipe des Servers den Nachrichtentyp geben.</translation>
    </message>
    <message>
        <source>Collection count or time-out was given for the server&apos;s end, or for a client on the same computer.</source>
        <translation>Sammelzahl oder Sammelzeit wurde für das Ende des Servers angegeben, oder für einen Client auf demselben Rechner.</translation>
    </message>
    <message>
        <source>Pass NULL for both.</source>
        <translation>Für beide NULL übergeben.</translation>
    </message>
    <message>
        <source>The handle is not overlapped, or belongs to a completion port already.</source>
        <translation>Das Handle ist nicht überlappend oder gehört schon zu einem Completion Port.</translation>
    </message>
    <message>
        <source>Open it with FILE_FLAG_OVERLAPPED and add it to one port once.</source>
        <translation>Es mit FILE_FLAG_OVERLAPPED öffnen und einmal einem Port hinzufügen.</translation>
    </message>
    <message>
        <source>No process has this ID any more.</source>
        <translation>Einen Prozess mit dieser ID gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: it has ended.</source>
        <translation>Nichts zu tun: er ist beendet.</translation>
    </message>
    <message>
        <source>A pointer, a size or a flag is not one that the documentation of the call allows.</source>
        <translation>Ein Zeiger, eine Größe oder ein Flag ist nicht, was die Dokumentation des Aufrufs erlaubt.</translation>
    </message>
    <message>
        <source>Compare each argument with the documentation of the call.</source>
        <translation>Jedes Argument mit der Dokumentation des Aufrufs vergleichen.</translation>
    </message>
    <message>
        <source>A time-out of zero means the server&apos;s default, which is 50 ms if the server did not set one.</source>
        <translation>Die Zeit null bedeutet die Vorgabe des Servers; hat er keine gesetzt, sind es 50 ms.</translation>
    </message>
    <message>
        <source>Give the time in milliseconds, or NMPWAIT_WAIT_FOREVER.</source>
        <translation>Die Zeit in Millisekunden angeben, oder NMPWAIT_WAIT_FOREVER.</translation>
    </message>
    <message>
        <source>All instances stayed taken by other clients.</source>
        <translation>Alle Instanzen blieben von anderen Clients belegt.</translation>
    </message>
    <message>
        <source>Allow more time, or let the server have more instances.</source>
        <translation>Mehr Zeit geben oder dem Server mehr Instanzen geben.</translation>
    </message>
    <message>
        <source>The server serves one client after the other and is busy with another one, or hangs.</source>
        <translation>Der Server bedient einen Client nach dem anderen und ist mit einem beschäftigt, oder er hängt.</translation>
    </message>
    <message>
        <source>See what the server does; let it call ConnectNamedPipe again as soon as a client has left.</source>
        <translation>Nachsehen, was der Server tut; er soll ConnectNamedPipe wieder aufrufen, sobald ein Client gegangen ist.</translation>
    </message>
    <message>
        <source>The other computer did not answer in time.</source>
        <translation>Der andere Rechner hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check that it can be reached, and that file sharing (port 445) is let through.</source>
        <translation>Prüfen, ob er erreichbar ist, und ob die Dateifreigabe (Port 445) durchgelassen wird.</translation>
    </message>
    <message>
        <source>The name is that of a pipe on another computer, and a server can be made only on its own.</source>
        <translation>Der Name ist der einer Pipe auf einem anderen Rechner, und einen Server gibt es nur auf dem eigenen.</translation>
    </message>
    <message>
        <source>The name does not have the form \\.\pipe\name, or the pipe&apos;s own part is empty or has a backslash in it.</source>
        <translation>Der Name hat nicht die Form \\.\pipe\name, oder der eigene Teil der Pipe ist leer oder enthält einen Backslash.</translation>
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
        <source>Another program made it first.</source>
        <translation>Ein anderes Programm hat es zuerst gemacht.</translation>
    </message>
    <message>
        <source>Take another name, or remove what is there.</source>
        <translation>Einen anderen Namen nehmen oder entfernen, was da ist.</translation>
    </message>
    <message>
        <source>The name does not lead to a pipe; pipe calls do not normally give this code.</source>
        <translation>Der Name führt zu keiner Pipe; Pipe-Aufrufe geben diesen Code normalerweise nicht.</translation>
    </message>
    <message>
        <source>Write the name as \\.\pipe\name, and see which call really gave the code.</source>
        <translation>Den Namen als \\.\pipe\name schreiben und nachsehen, welcher Aufruf den Code wirklich gab.</translation>
    </message>
    <message>
        <source>The whole name of a pipe has more than 256 characters.</source>
        <translation>Der ganze Name einer Pipe hat mehr als 256 Zeichen.</translation>
    </message>
    <message>
        <source>Shorten it; \\.\pipe\ counts too.</source>
        <translation>Ihn kürzen; \\.\pipe\ zählt mit.</translation>
    </message>
    <message>
        <source>As many clients and listening instances are there as nMaxInstances of the first instance allows.</source>
        <translation>Es sind so viele Clients und lauschende Instanzen da, wie nMaxInstances der ersten Instanz erlaubt.</translation>
    </message>
    <message>
        <source>Raise the limit where the first instance is made, or wait until a client leaves.</source>
        <translation>Die Grenze dort anheben, wo die erste Instanz gemacht wird, oder warten, bis ein Client geht.</translation>
    </message>
    <message>
        <source>Another program has made instances of the same pipe.</source>
        <translation>Ein anderes Programm hat Instanzen derselben Pipe angelegt.</translation>
    </message>
    <message>
        <source>It was tried only once, and no instance was free at that moment.</source>
        <translation>Es wurde nur einmal versucht, und in diesem Augenblick war keine Instanz frei.</translation>
    </message>
    <message>
        <source>Wait with WaitNamedPipe and try again, or allow some time to connect.</source>
        <translation>Mit WaitNamedPipe warten und es wieder versuchen, oder Zeit zum Verbinden geben.</translation>
    </message>
    <message>
        <source>All instances have a client: the server allows no more at once.</source>
        <translation>Alle Instanzen haben einen Client: mehr lässt der Server nicht gleichzeitig zu.</translation>
    </message>
    <message>
        <source>The server serves one client and makes no further instance meanwhile.</source>
        <translation>Der Server bedient einen Client und macht währenddessen keine weitere Instanz.</translation>
    </message>
    <message>
        <source>In the server, create the next instance as soon as a client has connected.</source>
        <translation>Im Server die nächste Instanz anlegen, sobald ein Client verbunden ist.</translation>
    </message>
    <message>
        <source>The server called DisconnectNamedPipe but not yet ConnectNamedPipe, so that its instance takes nobody.</source>
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
        <source>Call both in a loop until the time is over.</source>
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
        <source>The call does not fit this end of the pipe, or this kind of object.</source>
        <translation>Der Aufruf passt nicht zu diesem Ende der Pipe oder zu dieser Art von Objekt.</translation>
    </message>
    <message>
        <source>No pipe of that name exists at this moment.</source>
        <translation>Eine Pipe dieses Namens gibt es in diesem Augenblick nicht.</translation>
    </message>
    <message>
        <source>Nothing of that name exists.</source>
        <translation>Unter diesem Namen gibt es nichts.</translation>
    </message>
    <message>
        <source>The way to the name does not exist.</source>
        <translation>Den Weg zu diesem Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>This process has as many handles open as it may have.</source>
        <translation>Dieser Prozess hat so viele Handles offen, wie er darf.</translation>
    </message>
    <message>
        <source>The system did not let this process make an instance of the pipe.</source>
        <translation>Das System ließ diesen Prozess keine Instanz der Pipe anlegen.</translation>
    </message>
    <message>
        <source>The pipe is there, but the system did not let this process open it in this way.</source>
        <translation>Die Pipe ist da, aber das System ließ diesen Prozess sie so nicht öffnen.</translation>
    </message>
    <message>
        <source>This handle was not opened with the right that the call needs.</source>
        <translation>Dieses Handle wurde nicht mit dem Recht geöffnet, das der Aufruf braucht.</translation>
    </message>
    <message>
        <source>The system refused access.</source>
        <translation>Das System hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>The handle is not open, or not of a kind that the call takes.</source>
        <translation>Das Handle ist nicht offen oder nicht von einer Art, die der Aufruf nimmt.</translation>
    </message>
    <message>
        <source>The system has no memory to do this.</source>
        <translation>Das System hat dafür keinen Speicher.</translation>
    </message>
    <message>
        <source>There is no memory left for this.</source>
        <translation>Dafür ist kein Speicher mehr da.</translation>
    </message>
    <message>
        <source>Another program has it open and shares it with nobody.</source>
        <translation>Ein anderes Programm hat es geöffnet und teilt es mit niemandem.</translation>
    </message>
    <message>
        <source>The system at the other end does not support this request.</source>
        <translation>Das System auf der anderen Seite unterstützt diese Anfrage nicht.</translation>
    </message>
    <message>
        <source>The computer in the name was not found on the network.</source>
        <translation>Der Rechner in dem Namen wurde im Netz nicht gefunden.</translation>
    </message>
    <message>
        <source>The network connection to the other computer broke.</source>
        <translation>Die Netzverbindung zu dem anderen Rechner ist abgebrochen.</translation>
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
        <source>The pipe does not take the state that was asked for.</source>
        <translation>Die Pipe nimmt den verlangten Zustand nicht an.</translation>
    </message>
    <message>
        <source>One of the arguments is not allowed here.</source>
        <translation>Eines der Argumente ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>The other end closed the pipe, and everything it sent has been read.</source>
        <translation>Die Gegenseite hat die Pipe geschlossen, und alles, was sie gesendet hat, ist gelesen.</translation>
    </message>
    <message>
        <source>No instance of the pipe became free in the time given.</source>
        <translation>In der gegebenen Zeit wurde keine Instanz der Pipe frei.</translation>
    </message>
    <message>
        <source>The buffer is too small for the answer.</source>
        <translation>Der Puffer ist zu klein für die Antwort.</translation>
    </message>
    <message>
        <source>The name is not written as a pipe&apos;s name must be.</source>
        <translation>Der Name ist nicht so geschrieben, wie der Name einer Pipe sein muss.</translation>
    </message>
    <message>
        <source>The path is not one that leads to a pipe.</source>
        <translation>Der Pfad führt nicht zu einer Pipe.</translation>
    </message>
    <message>
        <source>Something of this name is there already.</source>
        <translation>Etwas dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>The system looked for a semaphore of that name and found none.</source>
        <translation>Das System suchte einen Semaphor dieses Namens und fand keinen.</translation>
    </message>
    <message>
        <source>The name is longer than a name may be.</source>
        <translation>Der Name ist länger, als ein Name sein darf.</translation>
    </message>
    <message>
        <source>The client is on this computer, so there is no computer name to tell.</source>
        <translation>Der Client ist auf diesem Rechner, daher ist kein Rechnername zu nennen.</translation>
    </message>
    <message>
        <source>The pipe is not in the state, the mode or the direction that the call needs.</source>
        <translation>Die Pipe ist nicht in dem Zustand, dem Modus oder der Richtung, die der Aufruf braucht.</translation>
    </message>
    <message>
        <source>The pipe has as many instances as its first instance allowed.</source>
        <translation>Die Pipe hat so viele Instanzen, wie ihre erste Instanz erlaubt hat.</translation>
    </message>
    <message>
        <source>The pipe still holds data that has not been read.</source>
        <translation>In der Pipe liegen noch ungelesene Daten.</translation>
    </message>
    <message>
        <source>The pipe is there, but all of its instances are taken.</source>
        <translation>Die Pipe ist da, aber alle ihre Instanzen sind vergeben.</translation>
    </message>
    <message>
        <source>A client connected and left again before the server accepted it.</source>
        <translation>Ein Client hat sich verbunden und ist gegangen, bevor der Server ihn angenommen hatte.</translation>
    </message>
    <message>
        <source>The other end is closing the pipe and takes no more data.</source>
        <translation>Die Gegenseite schließt die Pipe und nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>The pipe is empty, and the handle does not wait.</source>
        <translation>Die Pipe ist leer, und das Handle wartet nicht.</translation>
    </message>
    <message>
        <source>The pipe is being closed, or holds nothing to read.</source>
        <translation>Die Pipe wird geschlossen, oder es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>No process is at the other end of the pipe.</source>
        <translation>Am anderen Ende der Pipe ist kein Prozess.</translation>
    </message>
    <message>
        <source>The message is longer than the buffer: its first part was read, the rest was not.</source>
        <translation>Die Nachricht ist länger als der Puffer: der erste Teil ist gelesen, der Rest nicht.</translation>
    </message>
    <message>
        <source>More data is there than the buffer takes.</source>
        <translation>Es ist mehr da, als der Puffer fasst.</translation>
    </message>
    <message>
        <source>The time of the wait ran out before anything happened.</source>
        <translation>Die Wartezeit ist abgelaufen, bevor etwas geschah.</translation>
    </message>
    <message>
        <source>A client is connected already: this is a success.</source>
        <translation>Ein Client ist schon verbunden: das ist ein Erfolg.</translation>
    </message>
    <message>
        <source>The server&apos;s end waits for a client; nobody has connected yet.</source>
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
        <source>The operation has begun and will be complete later: this is no failure.</source>
        <translation>Die Operation hat begonnen und wird später fertig: das ist kein Fehler.</translation>
    </message>
    <message>
        <source>The server&apos;s computer has no memory for the request.</source>
        <translation>Der Rechner des Servers hat keinen Speicher für die Anfrage.</translation>
    </message>
    <message>
        <source>There was nothing to cancel.</source>
        <translation>Es gab nichts abzubrechen.</translation>
    </message>
    <message>
        <source>What was asked for was not found.</source>
        <translation>Das Verlangte wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The network of the other computer cannot be reached.</source>
        <translation>Das Netz des anderen Rechners ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The other computer cannot be reached.</source>
        <translation>Der andere Rechner ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The owner in the security descriptor is not one that this process may set.</source>
        <translation>Den Besitzer im Sicherheitsdeskriptor darf dieser Prozess nicht setzen.</translation>
    </message>
    <message>
        <source>The call needs a privilege that this process does not hold or has not switched on.</source>
        <translation>Der Aufruf braucht ein Privileg, das dieser Prozess nicht hat oder nicht eingeschaltet hat.</translation>
    </message>
    <message>
        <source>The other computer did not accept the user name and the password.</source>
        <translation>Der andere Rechner hat Benutzername und Kennwort nicht angenommen.</translation>
    </message>
    <message>
        <source>There is no account for this name or SID.</source>
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
        <source>The client is anonymous: there is no token to open.</source>
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
        <source>The operation was not done in the time given.</source>
        <translation>Die Operation wurde in der gegebenen Zeit nicht fertig.</translation>
    </message>
    <message>
        <source>The RPC runtime could not make sense of the data it was given.</source>
        <translation>Die RPC-Laufzeit konnte mit den Daten, die sie bekam, nichts anfangen.</translation>
    </message>
    <message>
        <source>The system does not take a buffer of this size or this kind.</source>
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
        <source>The buffer sizes of the pipe are larger than the system&apos;s pool can give.</source>
        <translation>Die Puffer der Pipe sind größer, als der Pool des Systems hergibt.</translation>
    </message>
    <message>
        <source>Ask for smaller buffers; 64 KiB is plenty, and larger messages still fit.</source>
        <translation>Kleinere Puffer verlangen; 64 KiB sind reichlich, und größere Nachrichten passen trotzdem.</translation>
    </message>
    <message>
        <source>Too many asynchronous operations are outstanding.</source>
        <translation>Zu viele asynchrone Operationen stehen aus.</translation>
    </message>
    <message>
        <source>Begin fewer at once.</source>
        <translation>Weniger auf einmal beginnen.</translation>
    </message>
    <message>
        <source>The computer or this process has used up its memory.</source>
        <translation>Der Speicher des Rechners oder dieses Prozesses ist erschöpft.</translation>
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
        <translation>Der andere Rechner ist kein Windows oder zu alt für diese Anfrage.</translation>
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
        <translation>Der Name des Rechners ist falsch, oder der Rechner ist aus.</translation>
    </message>
    <message>
        <source>Check the name; for this computer write \\.\pipe\name.</source>
        <translation>Den Namen prüfen; für diesen Rechner \\.\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>A firewall lets no file sharing (port 445) through, or the server service is stopped there.</source>
        <translation>Eine Firewall lässt die Dateifreigabe (Port 445) nicht durch, oder der Serverdienst ist dort angehalten.</translation>
    </message>
    <message>
        <source>Allow file sharing on both computers; named pipes travel over it.</source>
        <translation>Auf beiden Rechnern die Dateifreigabe erlauben; Named Pipes gehen über sie.</translation>
    </message>
    <message>
        <source>The other computer was shut down, or the network was interrupted.</source>
        <translation>Der andere Rechner wurde heruntergefahren, oder das Netz war unterbrochen.</translation>
    </message>
    <message>
        <source>Check the network, then connect again.</source>
        <translation>Das Netz prüfen, dann neu verbinden.</translation>
    </message>
    <message>
        <source>The server&apos;s computer ended the session, for example after a long time without traffic.</source>
        <translation>Der Rechner des Servers hat die Sitzung beendet, zum Beispiel nach langer Zeit ohne Verkehr.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Neu verbinden.</translation>
    </message>
    <message>
        <source>The other computer does not let this user in over the network.</source>
        <translation>Der andere Rechner lässt diesen Benutzer nicht über das Netz herein.</translation>
    </message>
    <message>
        <source>Check the user there, and its policy for access from the network.</source>
        <translation>Den Benutzer dort prüfen, und die Richtlinie für Zugriff über das Netz.</translation>
    </message>
    <message>
        <source>The part after the computer is not pipe.</source>
        <translation>Der Teil nach dem Rechner ist nicht pipe.</translation>
    </message>
    <message>
        <source>Write \\server\pipe\name.</source>
        <translation>\\server\pipe\name schreiben.</translation>
    </message>
    <message>
        <source>The password stored for the other computer is an old one.</source>
        <translation>Das gespeicherte Kennwort für den anderen Rechner ist veraltet.</translation>
    </message>
    <message>
        <source>Check the stored credentials for that computer.</source>
        <translation>Die gespeicherten Anmeldedaten für jenen Rechner prüfen.</translation>
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
        <translation>Der Client hat sich von diesem Rechner aus verbunden.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: take the name of this computer.</source>
        <translation>Nichts zu tun: den Namen dieses Rechners nehmen.</translation>
    </message>
    <message>
        <source>The server&apos;s computer is short of memory, or serves too many requests.</source>
        <translation>Dem Rechner des Servers fehlt Speicher, oder er bedient zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Look at that computer; ask for smaller buffers.</source>
        <translation>Auf jenem Rechner nachsehen; kleinere Puffer verlangen.</translation>
    </message>
    <message>
        <source>There is no network connection to the other computer.</source>
        <translation>Es gibt keine Netzverbindung zu dem anderen Rechner.</translation>
    </message>
    <message>
        <source>Check cable, wireless, VPN and the address.</source>
        <translation>Kabel, WLAN, VPN und die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The other computer is off, or a firewall drops what is sent to it.</source>
        <translation>Der andere Rechner ist aus, oder eine Firewall verwirft, was ihm gesendet wird.</translation>
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
        <source>Leave the SACL out, or run as administrator and switch the privilege on.</source>
        <translation>Die SACL weglassen, oder als Administrator laufen und das Privileg einschalten.</translation>
    </message>
    <message>
        <source>The privilege is not there, or is there but not switched on.</source>
        <translation>Das Privileg ist nicht da, oder da und nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Run the program as administrator, and switch the privilege on with AdjustTokenPrivileges.</source>
        <translation>Das Programm als Administrator ausführen und das Privileg mit AdjustTokenPrivileges einschalten.</translation>
    </message>
    <message>
        <source>A process may make only its own user, or a group such as Administrators that its token lets own things, the owner.</source>
        <translation>Ein Prozess darf nur seinen eigenen Benutzer zum Besitzer machen, oder eine Gruppe wie Administratoren, die nach seinem Token Besitzer sein darf.</translation>
    </message>
    <message>
        <source>Name one of these as owner, leave the owner out, or switch SeRestorePrivilege on.</source>
        <translation>Einen von diesen als Besitzer nennen, den Besitzer weglassen oder SeRestorePrivilege einschalten.</translation>
    </message>
    <message>
        <source>User name or password is wrong for that computer.</source>
        <translation>Benutzername oder Kennwort ist für jenen Rechner falsch.</translation>
    </message>
    <message>
        <source>Check the stored credentials, and the user as DOMAIN\name.</source>
        <translation>Die gespeicherten Anmeldedaten prüfen, und den Benutzer als DOMÄNE\Name.</translation>
    </message>
    <message>
        <source>The user exists on this computer but not on the other one.</source>
        <translation>Den Benutzer gibt es auf diesem Rechner, aber nicht auf dem anderen.</translation>
    </message>
    <message>
        <source>Use a domain account, or make the same user with the same password there.</source>
        <translation>Ein Domänenkonto benutzen, oder dort denselben Benutzer mit demselben Kennwort anlegen.</translation>
    </message>
    <message>
        <source>The name is misspelt, or is of another domain or computer.</source>
        <translation>Der Name ist falsch geschrieben oder aus einer anderen Domäne oder von einem anderen Rechner.</translation>
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
        <source>A part of the descriptor is cut off, or was built wrongly.</source>
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
        <source>Begin fewer at once, and send in smaller pieces.</source>
        <translation>Weniger auf einmal beginnen und in kleineren Stücken senden.</translation>
    </message>
    <message>
        <source>The system&apos;s pool is used up, often by a program that does not give handles back.</source>
        <translation>Der Pool des Systems ist erschöpft, oft durch ein Programm, das Handles nicht zurückgibt.</translation>
    </message>
    <message>
        <source>Look for the process with the most handles and end it.</source>
        <translation>Den Prozess mit den meisten Handles suchen und beenden.</translation>
    </message>
    <message>
        <source>The pipe carries RPC, and the two programs were built for different versions of the interface.</source>
        <translation>Die Pipe befördert RPC, und die beiden Programme wurden für verschiedene Fassungen der Schnittstelle gebaut.</translation>
    </message>
    <message>
        <source>Bring both programs to the same version.</source>
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
        <source>Begin fewer at once, or raise the working set of the process.</source>
        <translation>Weniger auf einmal beginnen oder den Arbeitssatz des Prozesses vergrößern.</translation>
    </message>
    <message>
        <source>The handle was closed before, perhaps by another thread, and is still in use.</source>
        <translation>Das Handle wurde schon geschlossen, vielleicht von einem anderen Thread, und wird noch benutzt.</translation>
    </message>
    <message>
        <source>Look for the CloseHandle; close a handle once, when nothing uses it any more.</source>
        <translation>Das CloseHandle suchen; ein Handle einmal schließen, wenn es nichts mehr benutzt.</translation>
    </message>
    <message>
        <source>An earlier call failed, and its INVALID_HANDLE_VALUE was used.</source>
        <translation>Ein früherer Aufruf ist gescheitert, und sein INVALID_HANDLE_VALUE wurde benutzt.</translation>
    </message>
    <message>
        <source>Check the result of CreateNamedPipe or CreateFile before using it.</source>
        <translation>Das Ergebnis von CreateNamedPipe oder CreateFile prüfen, bevor es benutzt wird.</translation>
    </message>
    <message>
        <source>The handle is not a named pipe&apos;s, or it belongs to another process.</source>
        <translation>Das Handle ist keines einer Named Pipe, oder es gehört einem anderen Prozess.</translation>
    </message>
    <message>
        <source>Check which handle is passed; duplicate it to use it in another process.</source>
        <translation>Prüfen, welches Handle übergeben wird; für einen anderen Prozess duplizieren.</translation>
    </message>
    <message>
        <source>This is how a conversation ends; connect again if more is wanted.</source>
        <translation>So endet ein Gespräch; neu verbinden, wenn mehr gewollt ist.</translation>
    </message>
    <message>
        <source>The other program failed or was ended in the middle of the conversation; the system does not tell this from closing.</source>
        <translation>Das andere Programm ist mitten im Gespräch gescheitert oder beendet worden; das System unterscheidet das nicht vom Schließen.</translation>
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
        <source>See why it closed; the last that was sent may not have been read.</source>
        <translation>Nachsehen, warum es geschlossen hat; das zuletzt Gesendete wurde vielleicht nicht gelesen.</translation>
    </message>
    <message>
        <source>The other end of the pipe is closed.</source>
        <translation>Das andere Ende der Pipe ist geschlossen.</translation>
    </message>
    <message>
        <source>Close this end too, and connect again if more is wanted.</source>
        <translation>Auch dieses Ende schließen und neu verbinden, wenn mehr gewollt ist.</translation>
    </message>
    <message>
        <source>The pipe is of byte type, or this end reads it as bytes: transactions need messages.</source>
        <translation>Die Pipe ist vom Bytetyp, oder dieses Ende liest sie als Bytes: Transaktionen brauchen Nachrichten.</translation>
    </message>
    <message>
        <source>Make the pipe of message type and set PIPE_READMODE_MESSAGE on the client&apos;s handle.</source>
        <translation>Der Pipe den Nachrichtentyp geben und am Handle des Clients PIPE_READMODE_MESSAGE setzen.</translation>
    </message>
    <message>
        <source>The pipe goes one way only, and a transaction needs both.</source>
        <translation>Die Pipe geht nur in eine Richtung, und eine Transaktion braucht beide.</translation>
    </message>
    <message>
        <source>Make the pipe duplex (PIPE_ACCESS_DUPLEX).</source>
        <translation>Die Pipe duplex machen (PIPE_ACCESS_DUPLEX).</translation>
    </message>
    <message>
        <source>The pipe is in another state than the call needs, for example not connected.</source>
        <translation>Die Pipe ist in einem anderen Zustand, als der Aufruf braucht, zum Beispiel nicht verbunden.</translation>
    </message>
    <message>
        <source>Check the order of the calls: create, connect, read and write, disconnect.</source>
        <translation>Die Reihenfolge der Aufrufe prüfen: anlegen, verbinden, lesen und schreiben, trennen.</translation>
    </message>
    <message>
        <source>The pipe goes the other way only.</source>
        <translation>Die Pipe geht nur in die andere Richtung.</translation>
    </message>
    <message>
        <source>Check whether it is inbound, outbound or duplex.</source>
        <translation>Prüfen, ob sie eingehend, ausgehend oder duplex ist.</translation>
    </message>
    <message>
        <source>A client opened the pipe and closed it again before ConnectNamedPipe was called; some programs do so to see whether the pipe is there.</source>
        <translation>Ein Client hat die Pipe geöffnet und wieder geschlossen, bevor ConnectNamedPipe aufgerufen wurde; manche Programme sehen so nach, ob die Pipe da ist.</translation>
    </message>
    <message>
        <source>Call DisconnectNamedPipe, then ConnectNamedPipe again; in the server this is no failure.</source>
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
        <source>The other program closed its end or was ended.</source>
        <translation>Das andere Programm hat sein Ende geschlossen oder wurde beendet.</translation>
    </message>
    <message>
        <source>What it sent before can still be read; then close this end.</source>
        <translation>Was es vorher gesendet hat, kann noch gelesen werden; dann dieses Ende schließen.</translation>
    </message>
    <message>
        <source>The handle is set to PIPE_NOWAIT, and nothing has been sent yet.</source>
        <translation>Das Handle steht auf PIPE_NOWAIT, und es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Use PIPE_WAIT with overlapped I/O; PIPE_NOWAIT is only there for very old programs.</source>
        <translation>PIPE_WAIT mit überlappender Ein- und Ausgabe benutzen; PIPE_NOWAIT gibt es nur noch für sehr alte Programme.</translation>
    </message>
    <message>
        <source>The other end of the pipe is being closed.</source>
        <translation>Das andere Ende der Pipe wird geschlossen.</translation>
    </message>
    <message>
        <source>Read what is left, then close this end.</source>
        <translation>Lesen, was noch da ist, dann dieses Ende schließen.</translation>
    </message>
    <message>
        <source>The server called DisconnectNamedPipe: it ended the conversation, and what the client had not read is lost.</source>
        <translation>Der Server hat DisconnectNamedPipe aufgerufen: er hat das Gespräch beendet, und was der Client nicht gelesen hatte, ist verloren.</translation>
    </message>
    <message>
        <source>Let the server call FlushFileBuffers before DisconnectNamedPipe, or only close its handle; then connect again.</source>
        <translation>Im Server vor DisconnectNamedPipe FlushFileBuffers aufrufen oder nur das Handle schließen; dann neu verbinden.</translation>
    </message>
    <message>
        <source>The server accepted the connection and ended it at once, before the client could use it.</source>
        <translation>Der Server hat die Verbindung angenommen und gleich beendet, bevor der Client sie benutzen konnte.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s log: it may refuse this client, be full or be failing.</source>
        <translation>Ins Protokoll des Servers sehen: vielleicht weist er diesen Client ab, ist voll oder scheitert.</translation>
    </message>
    <message>
        <source>The instance is disconnected already, or never had a client.</source>
        <translation>Die Instanz ist schon getrennt oder hatte nie einen Client.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: go on with ConnectNamedPipe.</source>
        <translation>Nichts zu tun: mit ConnectNamedPipe weitermachen.</translation>
    </message>
    <message>
        <source>The client has left.</source>
        <translation>Der Client ist gegangen.</translation>
    </message>
    <message>
        <source>The instance has no client at this moment.</source>
        <translation>Die Instanz hat in diesem Augenblick keinen Client.</translation>
    </message>
    <message>
        <source>Wait for one with ConnectNamedPipe.</source>
        <translation>Mit ConnectNamedPipe auf einen warten.</translation>
    </message>
    <message>
        <source>The other end sent a message that is longer than this read asked for.</source>
        <translation>Die Gegenseite hat eine Nachricht gesendet, die länger ist, als dieses Lesen verlangt hat.</translation>
    </message>
    <message>
        <source>Read again until the call succeeds: all parts together are the one message.</source>
        <translation>Weiter lesen, bis der Aufruf gelingt: alle Teile zusammen sind die eine Nachricht.</translation>
    </message>
    <message>
        <source>Two programs do not agree on how long a message may be, or one sends a stream.</source>
        <translation>Die beiden Programme sind sich nicht einig, wie lang eine Nachricht sein darf, oder eines sendet einen Strom.</translation>
    </message>
    <message>
        <source>Enlarge the buffer, or use PeekNamedPipe to learn how much is left of the message.</source>
        <translation>Den Puffer vergrößern, oder mit PeekNamedPipe erfahren, wie viel von der Nachricht noch da ist.</translation>
    </message>
    <message>
        <source>The answer is longer than the buffer, and CallNamedPipe closes the pipe: the rest is lost.</source>
        <translation>Die Antwort ist länger als der Puffer, und CallNamedPipe schließt die Pipe: der Rest ist verloren.</translation>
    </message>
    <message>
        <source>Give a buffer for the longest answer, or use TransactNamedPipe and read the rest.</source>
        <translation>Einen Puffer für die längste Antwort geben, oder TransactNamedPipe benutzen und den Rest lesen.</translation>
    </message>
    <message>
        <source>The answer is longer than the buffer.</source>
        <translation>Die Antwort ist länger als der Puffer.</translation>
    </message>
    <message>
        <source>Read the rest with ReadFile.</source>
        <translation>Den Rest mit ReadFile lesen.</translation>
    </message>
    <message>
        <source>The buffer is smaller than what there is to read.</source>
        <translation>Der Puffer ist kleiner als das, was zu lesen ist.</translation>
    </message>
    <message>
        <source>Read again until the call succeeds.</source>
        <translation>Weiter lesen, bis der Aufruf gelingt.</translation>
    </message>
    <message>
        <source>The operation that is waited for takes longer, because the other end does not read, write or connect.</source>
        <translation>Die erwartete Operation dauert länger, weil die Gegenseite nicht liest, nicht schreibt oder sich nicht verbindet.</translation>
    </message>
    <message>
        <source>Check what the other program does, or wait longer; cancel with CancelIoEx before giving the buffer back.</source>
        <translation>Nachsehen, was das andere Programm tut, oder länger warten; mit CancelIoEx abbrechen, bevor der Puffer zurückgegeben wird.</translation>
    </message>
    <message>
        <source>No operation of this completion port was completed in that time.</source>
        <translation>In dieser Zeit wurde keine Operation dieses Completion Ports fertig.</translation>
    </message>
    <message>
        <source>Nothing failed: wait again, or cancel what is outstanding.</source>
        <translation>Nichts ist gescheitert: weiter warten oder abbrechen, was aussteht.</translation>
    </message>
    <message>
        <source>What is waited for has not happened yet.</source>
        <translation>Worauf gewartet wird, ist noch nicht geschehen.</translation>
    </message>
    <message>
        <source>Wait longer, or find out why it does not happen.</source>
        <translation>Länger warten oder herausfinden, warum es nicht geschieht.</translation>
    </message>
    <message>
        <source>The client opened the pipe between CreateNamedPipe and ConnectNamedPipe.</source>
        <translation>Der Client hat die Pipe zwischen CreateNamedPipe und ConnectNamedPipe geöffnet.</translation>
    </message>
    <message>
        <source>Go on as after a success: read and write. With a completion port no packet comes for this call.</source>
        <translation>Weitermachen wie nach einem Erfolg: lesen und schreiben. Mit einem Completion Port kommt für diesen Aufruf kein Paket.</translation>
    </message>
    <message>
        <source>The server&apos;s end has a client.</source>
        <translation>Das Ende des Servers hat einen Client.</translation>
    </message>
    <message>
        <source>Go on as after a success.</source>
        <translation>Weitermachen wie nach einem Erfolg.</translation>
    </message>
    <message>
        <source>The server reads or writes before a client has connected.</source>
        <translation>Der Server liest oder schreibt, bevor ein Client verbunden ist.</translation>
    </message>
    <message>
        <source>Wait until ConnectNamedPipe is complete; with overlapped I/O, until its event or packet has come.</source>
        <translation>Warten, bis ConnectNamedPipe fertig ist; bei überlappender Ein- und Ausgabe, bis sein Ereignis oder Paket gekommen ist.</translation>
    </message>
    <message>
        <source>The handle is set to PIPE_NOWAIT, where ConnectNamedPipe does not wait.</source>
        <translation>Das Handle steht auf PIPE_NOWAIT, und dann wartet ConnectNamedPipe nicht.</translation>
    </message>
    <message>
        <source>Use PIPE_WAIT with overlapped I/O, or ask again until it gives 535.</source>
        <translation>PIPE_WAIT mit überlappender Ein- und Ausgabe benutzen, oder wieder fragen, bis 535 kommt.</translation>
    </message>
    <message>
        <source>No client has connected yet.</source>
        <translation>Noch hat sich kein Client verbunden.</translation>
    </message>
    <message>
        <source>Wait until ConnectNamedPipe is complete.</source>
        <translation>Warten, bis ConnectNamedPipe fertig ist.</translation>
    </message>
    <message>
        <source>The program closed the handle, perhaps on purpose, with the call still outstanding.</source>
        <translation>Das Programm hat das Handle geschlossen, vielleicht mit Absicht, während der Aufruf noch ausstand.</translation>
    </message>
    <message>
        <source>Cancel with CancelIoEx and wait for the completion before CloseHandle.</source>
        <translation>Mit CancelIoEx abbrechen und vor CloseHandle auf den Abschluss warten.</translation>
    </message>
    <message>
        <source>The program took it back itself with CancelIoEx, CancelIo or CancelSynchronousIo.</source>
        <translation>Das Programm hat es selbst mit CancelIoEx, CancelIo oder CancelSynchronousIo zurückgenommen.</translation>
    </message>
    <message>
        <source>The thread that began the operation has ended, which cancels what it began without a completion port.</source>
        <translation>Der Thread, der die Operation begonnen hat, ist beendet; das bricht ab, was er ohne Completion Port begonnen hat.</translation>
    </message>
    <message>
        <source>Begin operations on a thread that lives long enough, or use a completion port.</source>
        <translation>Operationen auf einem Thread beginnen, der lange genug lebt, oder einen Completion Port benutzen.</translation>
    </message>
    <message>
        <source>GetOverlappedResult was asked not to wait (bWait is FALSE) and the operation is still going on.</source>
        <translation>GetOverlappedResult sollte nicht warten (bWait ist FALSE), und die Operation läuft noch.</translation>
    </message>
    <message>
        <source>Wait for the event or the completion packet, then ask again.</source>
        <translation>Auf das Ereignis oder das Paket warten, dann wieder fragen.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Wait for the event or the completion packet, and keep the buffer and the OVERLAPPED until then.</source>
        <translation>Auf das Ereignis oder das Paket warten und so lange Puffer und OVERLAPPED behalten.</translation>
    </message>
    <message>
        <source>The other end has not read enough yet, so that the buffers are full.</source>
        <translation>Die Gegenseite hat noch nicht genug gelesen, sodass die Puffer voll sind.</translation>
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
        <source>The operation had completed before the cancellation came.</source>
        <translation>Die Operation war fertig, bevor der Abbruch kam.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: its completion tells how it ended.</source>
        <translation>Nichts zu tun: ihr Abschluss sagt, wie sie endete.</translation>
    </message>
    <message>
        <source>The OVERLAPPED is not the one the operation was begun with.</source>
        <translation>Das OVERLAPPED ist nicht das, mit dem die Operation begonnen wurde.</translation>
    </message>
    <message>
        <source>Pass the same OVERLAPPED and the same handle.</source>
        <translation>Dasselbe OVERLAPPED und dasselbe Handle übergeben.</translation>
    </message>
    <message>
        <source>It is not there any more, or never was.</source>
        <translation>Es ist nicht mehr da oder war es nie.</translation>
    </message>
    <message>
        <source>Check the name or the number that is asked for.</source>
        <translation>Den Namen oder die Nummer prüfen, nach der gefragt wird.</translation>
    </message>
    <message>
        <source>The server does not accept quickly enough, or is stopped, and the socket does not wait or has waited as long as SO_SNDTIMEO says.</source>
        <translation>Der Server nimmt nicht schnell genug an oder ist angehalten, und der Socket wartet nicht oder hat so lange gewartet, wie SO_SNDTIMEO sagt.</translation>
    </message>
    <message>
        <source>The user may not write to or enter the folder.</source>
        <translation>Der Benutzer darf in den Ordner nicht schreiben oder ihn nicht betreten.</translation>
    </message>
    <message>
        <source>Waiting is for a pipe that is busy: when no instance exists, or the last one is closed meanwhile, the call returns whatever the time-out is.</source>
        <translation>Gewartet wird auf eine Pipe, die belegt ist: Gibt es keine Instanz oder wird die letzte inzwischen geschlossen, kehrt der Aufruf zurück, gleich welche Frist gilt.</translation>
    </message>
    <message>
        <source>The pipe exists with another direction, type, number of instances or default time-out than this call asks for.</source>
        <translation>Die Pipe existiert mit einer anderen Richtung, Art, Instanzenzahl oder Standardfrist, als dieser Aufruf verlangt.</translation>
    </message>
    <message>
        <source>Use the same access, type, nMaxInstances and nDefaultTimeOut for all instances of one pipe.</source>
        <translation>Für alle Instanzen einer Pipe denselben Zugriff, dieselbe Art, dasselbe nMaxInstances und nDefaultTimeOut angeben.</translation>
    </message>
    <message>
        <source>Stop the other server, or take another name. The limit is looked at before FILE_FLAG_FIRST_PIPE_INSTANCE is.</source>
        <translation>Den anderen Server beenden oder einen anderen Namen nehmen. Die Grenze wird vor FILE_FLAG_FIRST_PIPE_INSTANCE geprüft.</translation>
    </message>
    <message>
        <source>The computer in the name cannot be reached at this moment.</source>
        <translation>Der Computer in dem Namen ist im Moment nicht erreichbar.</translation>
    </message>
    <message>
        <source>The other computer is off or too busy, or its network name is wrong.</source>
        <translation>Der andere Computer ist aus oder überlastet, oder sein Netzwerkname ist falsch.</translation>
    </message>
    <message>
        <source>The server lacks SeImpersonatePrivilege and runs as another user than the client, so that Windows gave it identification only.</source>
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
        <source>The instance was not disconnected from its last client, which is still there.</source>
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
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
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
        <source>Everything about these rows; PipeScope and Wireshark open it.</source>
        <translation>Alles über diese Zeilen; PipeScope und Wireshark öffnen sie.</translation>
    </message>
    <message>
        <source>A JSON object a line, with every byte: for programs of your own.</source>
        <translation>Ein JSON-Objekt je Zeile, mit jedem Byte: für eigene Programme.</translation>
    </message>
    <message>
        <source>A line a row, with every byte in hexadecimal: for spreadsheets.</source>
        <translation>Eine Zeile je Eintrag, jedes Byte hexadezimal: für Tabellenkalkulationen.</translation>
    </message>
    <message>
        <source>A line of facts and a hex dump a row: for reading.</source>
        <translation>Eine Zeile mit Angaben und ein Hex-Dump je Eintrag: zum Lesen.</translation>
    </message>
    <message>
        <source>A page with summary, connections, timeline and rows: for showing to others. Of long messages only the start is in it.</source>
        <translation>Eine Seite mit Zusammenfassung, Verbindungen, Zeitverlauf und Zeilen: zum Vorzeigen. Von langen Nachrichten steht nur der Anfang darin.</translation>
    </message>
    <message>
        <source>Of each message its length (4 bytes, the lowest first), then its bytes. Events are left out.</source>
        <translation>Von jeder Nachricht die Länge (4 Bytes, das niedrigste zuerst), dann ihre Bytes. Ereignisse fehlen.</translation>
    </message>
</context>
<context>
    <name>FilterHelp</name>
    <message>
        <source>the opposite</source>
        <translation>das Gegenteil</translation>
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
        <source>number of the connection</source>
        <translation>Nummer der Verbindung</translation>
    </message>
    <message>
        <source>name of the server or client</source>
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
        <source>direction of a message</source>
        <translation>Richtung einer Nachricht</translation>
    </message>
    <message>
        <source>what kind of row it is</source>
        <translation>was für eine Zeile es ist</translation>
    </message>
    <message>
        <source>bytes of the message</source>
        <translation>Byte der Nachricht</translation>
    </message>
    <message>
        <source>date and time, or time of day</source>
        <translation>Datum und Zeit, oder Uhrzeit</translation>
    </message>
    <message>
        <source>time since the row before</source>
        <translation>Zeit seit der Zeile davor</translation>
    </message>
    <message>
        <source>time since the message that this one answers</source>
        <translation>Zeit seit der Nachricht, auf die diese antwortet</translation>
    </message>
    <message>
        <source>the message as text, or what the event says</source>
        <translation>die Nachricht als Text, oder was das Ereignis sagt</translation>
    </message>
    <message>
        <source>the bytes of the message</source>
        <translation>die Bytes der Nachricht</translation>
    </message>
    <message>
        <source>the row&apos;s comment</source>
        <translation>der Kommentar der Zeile</translation>
    </message>
    <message>
        <source>whether the row is marked</source>
        <translation>ob die Zeile markiert ist</translation>
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
        <source>less</source>
        <translation>kleiner</translation>
    </message>
    <message>
        <source>less or equal</source>
        <translation>kleiner oder gleich</translation>
    </message>
    <message>
        <source>greater</source>
        <translation>größer</translation>
    </message>
    <message>
        <source>greater or equal</source>
        <translation>größer oder gleich</translation>
    </message>
    <message>
        <source>has it anywhere</source>
        <translation>enthält es</translation>
    </message>
    <message>
        <source>begins with it</source>
        <translation>beginnt damit</translation>
    </message>
    <message>
        <source>matches the expression</source>
        <translation>passt zum Ausdruck</translation>
    </message>
    <message>
        <source>is one of {…}</source>
        <translation>ist eines von {…}</translation>
    </message>
    <message>
        <source>user at the other end</source>
        <translation>Benutzer am anderen Ende</translation>
    </message>
    <message>
        <source>a field that some kinds of rows have</source>
        <translation>ein Feld, das manche Arten von Zeilen haben</translation>
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
        <source>closed by the other end</source>
        <translation>vom anderen Ende geschlossen</translation>
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
        <translation>angelegt</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>wartet</translation>
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
        <source>other end gone</source>
        <translation>anderes Ende fort</translation>
    </message>
    <message>
        <source>sending the rest</source>
        <translation>sendet den Rest</translation>
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
        <source>both ways</source>
        <translation>beide Richtungen</translation>
    </message>
    <message>
        <source>client to server</source>
        <translation>Client zum Server</translation>
    </message>
    <message>
        <source>server to client</source>
        <translation>Server zum Client</translation>
    </message>
    <message>
        <source>sends no more</source>
        <translation>sendet nichts mehr</translation>
    </message>
    <message>
        <source>sending ended here</source>
        <translation>Senden hier beendet</translation>
    </message>
</context>
<context>
    <name>Framing</name>
    <message>
        <source>No framing: rows as they are</source>
        <translation>Ohne Rahmen: Zeilen, wie sie sind</translation>
    </message>
    <message>
        <source>Lines (LF or CRLF)</source>
        <translation>Textzeilen (LF oder CRLF)</translation>
    </message>
    <message>
        <source>Ended by a zero byte</source>
        <translation>Mit einem Nullbyte beendet</translation>
    </message>
    <message>
        <source>Length first, u16 LE</source>
        <translation>Länge zuerst, u16 LE</translation>
    </message>
    <message>
        <source>Length first, u16 BE</source>
        <translation>Länge zuerst, u16 BE</translation>
    </message>
    <message>
        <source>Length first, u32 LE</source>
        <translation>Länge zuerst, u32 LE</translation>
    </message>
    <message>
        <source>Length first, u32 BE</source>
        <translation>Länge zuerst, u32 BE</translation>
    </message>
    <message>
        <source>Fixed size</source>
        <translation>Feste Größe</translation>
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
        <source>Process ID used again</source>
        <translation>Prozess-ID neu vergeben</translation>
    </message>
    <message>
        <source>Level granted</source>
        <translation>Gewährte Stufe</translation>
    </message>
    <message>
        <source>Level asked for</source>
        <translation>Verlangte Stufe</translation>
    </message>
    <message>
        <source>Client computer</source>
        <translation>Rechner des Clients</translation>
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
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wunsch</translation>
    </message>
    <message>
        <source>Rights asked for</source>
        <translation>Verlangte Rechte</translation>
    </message>
    <message>
        <source>All rights it has</source>
        <translation>Alle seine Rechte</translation>
    </message>
    <message>
        <source>Not considered</source>
        <translation>Nicht berücksichtigt</translation>
    </message>
</context>
<context>
    <name>IdentityReason</name>
    <message>
        <source>Linux has no impersonation of a client</source>
        <translation>Linux kennt keinen Identitätswechsel zum Client</translation>
    </message>
    <message>
        <source>the kernel does not note it with the socket</source>
        <translation>der Kernel merkt es sich nicht mit dem Socket</translation>
    </message>
    <message>
        <source>the client is on this computer</source>
        <translation>der Client ist auf diesem Rechner</translation>
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
        <source>the process has none: it has ended, or is part of the kernel</source>
        <translation>der Prozess hat keine: er ist beendet oder gehört zum Kernel</translation>
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
        <source>Linux has no elevation: see the user, 0 is root, and the privileges</source>
        <translation>Linux kennt keine erhöhten Rechte: siehe Benutzer (0 ist root) und Privilegien</translation>
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
        <source>Windows has the integrity level instead</source>
        <translation>Windows hat stattdessen die Integritätsstufe</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>der Prozess ist beendet</translation>
    </message>
    <message>
        <source>only the client knows: Windows tells a server what it grants, which is never more than what was asked for</source>
        <translation>nur der Client weiß es: Windows sagt einem Server, was es gewährt, und das ist nie mehr, als verlangt wurde</translation>
    </message>
    <message>
        <source>only the client knows: this program&apos;s own clients at this pipe did not all ask for the same level</source>
        <translation>nur der Client weiß es: Die eigenen Clients dieses Programms an dieser Pipe haben nicht alle dieselbe Stufe verlangt</translation>
    </message>
</context>
<context>
    <name>IdentitySentence</name>
    <message>
        <source>The server cannot see who you are.</source>
        <translation>Der Server sieht nicht, wer Sie sind.</translation>
    </message>
    <message>
        <source>The server may see who you are, but not act as you.</source>
        <translation>Der Server darf sehen, wer Sie sind, aber nicht in Ihrem Namen handeln.</translation>
    </message>
    <message>
        <source>The server may act as you on its computer.</source>
        <translation>Der Server darf auf seinem Computer in Ihrem Namen handeln.</translation>
    </message>
    <message>
        <source>The server may act as you, also towards other computers.</source>
        <translation>Der Server darf in Ihrem Namen handeln, auch gegenüber anderen Computern.</translation>
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
        <source>no, it ran before the connection</source>
        <translation>nein, er lief schon vor der Verbindung</translation>
    </message>
    <message>
        <source>yes: this process started after the connection and is another one</source>
        <translation>ja: dieser Prozess startete nach der Verbindung und ist ein anderer</translation>
    </message>
    <message>
        <source>not sure: it started in the same second as the connection</source>
        <translation>unsicher: er startete in derselben Sekunde wie die Verbindung</translation>
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
        <source>this is not a hex digit</source>
        <translation>das ist keine Hex-Ziffer</translation>
    </message>
    <message>
        <source>there is no line before * to repeat</source>
        <translation>vor * gibt es keine Zeile, die zu wiederholen wäre</translation>
    </message>
    <message>
        <source>a line of a dump begins with its offset, and this does not</source>
        <translation>eine Zeile eines Dumps beginnt mit ihrem Offset, diese nicht</translation>
    </message>
    <message>
        <source>this offset does not follow from the lines before</source>
        <translation>dieser Offset folgt nicht aus den Zeilen davor</translation>
    </message>
    <message>
        <source>* would repeat more than 64 MiB up to here</source>
        <translation>* würde bis hierher mehr als 64 MiB wiederholen</translation>
    </message>
    <message>
        <source>the line with the next offset is missing after *</source>
        <translation>nach * fehlt die Zeile mit dem nächsten Offset</translation>
    </message>
    <message>
        <source>hex digits must follow here</source>
        <translation>hier müssen Hex-Ziffern folgen</translation>
    </message>
    <message>
        <source>in an array each byte begins with 0x</source>
        <translation>in einem Array beginnt jedes Byte mit 0x</translation>
    </message>
    <message>
        <source>this is more than one byte</source>
        <translation>das ist mehr als ein Byte</translation>
    </message>
    <message>
        <source>this brace does not begin an array here</source>
        <translation>diese Klammer beginnt hier kein Array</translation>
    </message>
    <message>
        <source>the closing } is missing</source>
        <translation>die schließende } fehlt</translation>
    </message>
    <message>
        <source>nothing may follow the array</source>
        <translation>nach dem Array darf nichts folgen</translation>
    </message>
    <message>
        <source>a byte has two hex digits, and one is missing here</source>
        <translation>ein Byte hat zwei Hex-Ziffern, und hier fehlt eine</translation>
    </message>
    <message>
        <source>after \ comes n, r, t, 0, x with two hex digits, or a second \</source>
        <translation>nach \ folgt n, r, t, 0, x mit zwei Hex-Ziffern oder ein zweites \</translation>
    </message>
    <message>
        <source>two hex digits must follow \x</source>
        <translation>auf \x müssen zwei Hex-Ziffern folgen</translation>
    </message>
    <message>
        <source>this byte is not valid UTF-8</source>
        <translation>dieses Byte ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>Latin-1 does not have this character</source>
        <translation>Latin-1 hat dieses Zeichen nicht</translation>
    </message>
    <message>
        <source>this is no mask of 32 bits; write it as 0x12019f</source>
        <translation>das ist keine Maske von 32 Bit; so schreiben: 0x12019f</translation>
    </message>
    <message>
        <source>a right is missing here, for example FILE_READ_DATA</source>
        <translation>hier fehlt ein Recht, zum Beispiel FILE_READ_DATA</translation>
    </message>
    <message>
        <source>no right of a pipe is called so; write for example FILE_READ_DATA, FR or 0x120089</source>
        <translation>so heißt kein Recht einer Pipe; zum Beispiel FILE_READ_DATA, FR oder 0x120089 schreiben</translation>
    </message>
    <message>
        <source>a label has the policies NW (no write up), NR (no read up) and NX (no execute up)</source>
        <translation>eine Bezeichnung hat die Richtlinien NW (nicht nach oben schreiben), NR (lesen) und NX (ausführen)</translation>
    </message>
    <message>
        <source>no rights are called so; write two letters (FA, FR, FW, GA, …), a mask (0x12019f) or names (FILE_READ_DATA)</source>
        <translation>so heißen keine Rechte; zwei Buchstaben (FA, FR, FW, GA, …), eine Maske (0x12019f) oder Namen (FILE_READ_DATA) schreiben</translation>
    </message>
    <message>
        <source>the rights are missing here; write for example FA, FR or 0x12019b</source>
        <translation>hier fehlen die Rechte; zum Beispiel FA, FR oder 0x12019b schreiben</translation>
    </message>
    <message>
        <source>the rights have ended; leave out what follows</source>
        <translation>die Rechte sind zu Ende; weglassen, was folgt</translation>
    </message>
    <message>
        <source>entries for parts of an object (OA, OD, OU) mean nothing for a pipe; write A, D or AU and leave the GUIDs out</source>
        <translation>Einträge für Teile eines Objekts (OA, OD, OU) bedeuten bei einer Pipe nichts; A, D oder AU schreiben und die GUIDs weglassen</translation>
    </message>
    <message>
        <source>entries with a condition (XA, XD, XU, ZA) are not understood here; write the accounts into plain entries (A, D)</source>
        <translation>Einträge mit Bedingung (XA, XD, XU, ZA) werden hier nicht verstanden; die Konten in einfache Einträge (A, D) schreiben</translation>
    </message>
    <message>
        <source>attributes and policies (RA, SP, TL, FL) are not understood here; leave the entry out</source>
        <translation>Attribute und Richtlinien (RA, SP, TL, FL) werden hier nicht verstanden; den Eintrag weglassen</translation>
    </message>
    <message>
        <source>Windows has no alarm entries (AL, OL); leave the entry out</source>
        <translation>Windows hat keine Alarmeinträge (AL, OL); den Eintrag weglassen</translation>
    </message>
    <message>
        <source>nothing is here; write for example D:P(A;;FA;;;SY)</source>
        <translation>hier steht nichts; zum Beispiel D:P(A;;FA;;;SY) schreiben</translation>
    </message>
    <message>
        <source>a part begins here with O: (owner), G: (group), D: (access list) or S: (label and audit list)</source>
        <translation>hier beginnt ein Teil mit O: (Besitzer), G: (Gruppe), D: (Zugriffsliste) oder S: (Bezeichnung und Überwachung)</translation>
    </message>
    <message>
        <source>this part is there already; leave one of them out</source>
        <translation>diesen Teil gibt es schon; einen davon weglassen</translation>
    </message>
    <message>
        <source>NO_ACCESS_CONTROL belongs to D: only</source>
        <translation>NO_ACCESS_CONTROL gehört nur zu D:</translation>
    </message>
    <message>
        <source>NO_ACCESS_CONTROL means that there is no list, so it has no entries; leave one of both out</source>
        <translation>NO_ACCESS_CONTROL heißt, dass es keine Liste gibt, also hat sie keine Einträge; eines von beiden weglassen</translation>
    </message>
    <message>
        <source>an entry begins with ( here; flags of a list are P, AI and AR</source>
        <translation>hier beginnt ein Eintrag mit (; die Schalter einer Liste sind P, AI und AR</translation>
    </message>
    <message>
        <source>an entry has six fields with ; between them: (type;flags;rights;;;account)</source>
        <translation>ein Eintrag hat sechs Felder mit ; dazwischen: (Art;Schalter;Rechte;;;Konto)</translation>
    </message>
    <message>
        <source>the entry ends with ) here, after its account</source>
        <translation>der Eintrag endet hier mit ), nach seinem Konto</translation>
    </message>
    <message>
        <source>the type of the entry is missing; write A (allow) or D (deny)</source>
        <translation>die Art des Eintrags fehlt; A (erlauben) oder D (verweigern) schreiben</translation>
    </message>
    <message>
        <source>no entry has this type; write A (allow), D (deny), in S: also ML (label) or AU (audit)</source>
        <translation>kein Eintrag hat diese Art; A (erlauben), D (verweigern), in S: auch ML (Bezeichnung) oder AU (überwachen) schreiben</translation>
    </message>
    <message>
        <source>S: has labels and audit entries; entries that allow or deny belong into D:</source>
        <translation>S: hat Bezeichnungen und Überwachung; Einträge, die erlauben oder verweigern, gehören nach D:</translation>
    </message>
    <message>
        <source>labels and audit entries belong into S:</source>
        <translation>Bezeichnungen und Überwachung gehören nach S:</translation>
    </message>
    <message>
        <source>no flag is called so; a pipe needs none, leave the field empty</source>
        <translation>so heißt kein Schalter; eine Pipe braucht keinen, das Feld leer lassen</translation>
    </message>
    <message>
        <source>the fourth and fifth field are empty for a pipe; leave this out</source>
        <translation>das vierte und fünfte Feld sind bei einer Pipe leer; dies weglassen</translation>
    </message>
    <message>
        <source>the account is missing; write a SID (S-1-5-18) or a name such as SY, BA, WD</source>
        <translation>das Konto fehlt; eine SID (S-1-5-18) oder einen Namen wie SY, BA, WD schreiben</translation>
    </message>
    <message>
        <source>the SID has ended; leave out what follows</source>
        <translation>die SID ist zu Ende; weglassen, was folgt</translation>
    </message>
    <message>
        <source>a label names an integrity level: LW (low), ME (medium), HI (high) or SI (system)</source>
        <translation>eine Bezeichnung nennt eine Integritätsstufe: LW (niedrig), ME (mittel), HI (hoch) oder SI (System)</translation>
    </message>
    <message>
        <source>a number of the SID is missing here; write S-1-5-18 or a name of two letters such as SY</source>
        <translation>hier fehlt eine Zahl der SID; S-1-5-18 oder einen Namen aus zwei Buchstaben wie SY schreiben</translation>
    </message>
    <message>
        <source>this number is too large for its place in a SID</source>
        <translation>diese Zahl ist zu groß für ihren Platz in einer SID</translation>
    </message>
    <message>
        <source>a SID begins with S-1-</source>
        <translation>eine SID beginnt mit S-1-</translation>
    </message>
    <message>
        <source>a SID goes on with - and a number here</source>
        <translation>eine SID geht hier mit - und einer Zahl weiter</translation>
    </message>
    <message>
        <source>a SID has at most 15 numbers after its authority</source>
        <translation>eine SID hat höchstens 15 Zahlen nach ihrer Autorität</translation>
    </message>
    <message>
        <source>no account is called so; write a SID (S-1-5-18) or a name of two letters such as SY, BA, WD</source>
        <translation>so heißt kein Konto; eine SID (S-1-5-18) oder einen Namen aus zwei Buchstaben wie SY, BA, WD schreiben</translation>
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
        <source>orders, \\.\pipe\orders or \\server\pipe\orders; on Linux also the path of a socket</source>
        <translation>orders, \\.\pipe\orders oder \\server\pipe\orders; unter Linux auch der Pfad eines Sockets</translation>
    </message>
    <message>
        <source>run reads and writes one after the other instead of side by side</source>
        <translation>Lesen und Schreiben eines nach dem anderen statt nebeneinander ausführen</translation>
    </message>
    <message>
        <source>complete a write to another computer when the data is there, not in a buffer here</source>
        <translation>ein Schreiben zu einem anderen Computer ist fertig, wenn die Daten dort sind, nicht in einem Puffer hier</translation>
    </message>
    <message>
        <source>send back all that is received, in the engine itself</source>
        <translation>alles Empfangene zurücksenden, in der Engine selbst</translation>
    </message>
    <message>
        <source>what one read asks the system for; on Windows a longer message is read in parts and delivered as one</source>
        <translation>wie viel ein Lesen vom System verlangt; unter Windows wird eine längere Nachricht in Teilen gelesen und als eine geliefert</translation>
    </message>
    <message>
        <source>refuse sends while more than this waits to be written</source>
        <translation>Senden ablehnen, solange mehr als das auf das Schreiben wartet</translation>
    </message>
    <message>
        <source>deliver a longer message in parts of this size</source>
        <translation>eine längere Nachricht in Teilen dieser Größe liefern</translation>
    </message>
    <message>
        <source>how long a graceful disconnect waits for the other end to read; 0: not at all</source>
        <translation>wie lange sanftes Trennen darauf wartet, dass das andere Ende liest; 0: gar nicht</translation>
    </message>
    <message>
        <source>how the pipe carries data</source>
        <translation>wie die Pipe Daten befördert</translation>
    </message>
    <message>
        <source>which way data flows, seen from the server</source>
        <translation>in welche Richtung Daten fließen, vom Server aus gesehen</translation>
    </message>
    <message>
        <source>clients at once, 1 to 254; 0: no limit</source>
        <translation>Clients zugleich, 1 bis 254; 0: ohne Grenze</translation>
    </message>
    <message>
        <source>room for what is sent until the client reads it; 0 leaves it to the system</source>
        <translation>Platz für das, was gesendet wird, bis der Client es liest; 0 überlässt es dem System</translation>
    </message>
    <message>
        <source>room for what clients send until it is read; 0 leaves it to the system</source>
        <translation>Platz für das, was Clients senden, bis es gelesen wird; 0 überlässt es dem System</translation>
    </message>
    <message>
        <source>security descriptor of the pipe; without one: full access for the current user, Administrators and SYSTEM</source>
        <translation>Sicherheitsbeschreibung der Pipe; ohne sie: voller Zugriff für den aktuellen Benutzer, Administratoren und SYSTEM</translation>
    </message>
    <message>
        <source>take clients from other computers; otherwise only programs of this one may connect</source>
        <translation>Clients von anderen Computern annehmen; sonst dürfen sich nur Programme dieses Computers verbinden</translation>
    </message>
    <message>
        <source>fail when the name is served already; off: join that server, and clients come to either</source>
        <translation>scheitern, wenn der Name schon bedient wird; aus: zu jenem Server hinzutreten, und Clients kommen zu einem von beiden</translation>
    </message>
    <message>
        <source>how this end reads a message pipe; not given: as messages</source>
        <translation>wie dieses Ende eine Nachrichten-Pipe liest; ohne Angabe: als Nachrichten</translation>
    </message>
    <message>
        <source>give the next client the same instance, disconnected: what the last one has not read is lost</source>
        <translation>dem nächsten Client dieselbe Instanz geben, getrennt: was der letzte nicht gelesen hat, ist verloren</translation>
    </message>
    <message>
        <source>how long a client waits that calls WaitNamedPipe without a time of its own; 0: 50 ms</source>
        <translation>wie lange ein Client wartet, der WaitNamedPipe ohne eigene Zeit aufruft; 0: 50 ms</translation>
    </message>
    <message>
        <source>permissions of the socket file, in octal; to connect takes the right to write</source>
        <translation>Rechte der Socket-Datei, oktal; zum Verbinden braucht es das Recht zu schreiben</translation>
    </message>
    <message>
        <source>clients that may wait to be accepted; the system may allow fewer</source>
        <translation>Clients, die darauf warten dürfen, angenommen zu werden; das System kann weniger erlauben</translation>
    </message>
    <message>
        <source>how this end reads; on Linux it must be how the server&apos;s pipe carries data</source>
        <translation>wie dieses Ende liest; unter Linux muss es so sein, wie die Pipe des Servers Daten befördert</translation>
    </message>
    <message>
        <source>the direction of the server&apos;s pipe, seen from the server</source>
        <translation>die Richtung der Pipe des Servers, vom Server aus gesehen</translation>
    </message>
    <message>
        <source>what to do while the pipe is not there or busy: try through both; call WaitNamedPipe, through busy only; or fail</source>
        <translation>was geschieht, solange die Pipe nicht da oder besetzt ist: in beiden Fällen weiter versuchen; WaitNamedPipe aufrufen, nur solange sie besetzt ist; oder scheitern</translation>
    </message>
    <message>
        <source>how long to wait for the pipe; 0: one try, or what the server says to WaitNamedPipe</source>
        <translation>wie lange auf die Pipe gewartet wird; 0: ein Versuch, oder was der Server für WaitNamedPipe sagt</translation>
    </message>
    <message>
        <source>what the server may do with this user&apos;s identity</source>
        <translation>was der Server mit der Identität dieses Benutzers tun darf</translation>
    </message>
    <message>
        <source>hide groups and privileges that are switched off: the server cannot switch them on</source>
        <translation>ausgeschaltete Gruppen und Rechte verbergen: der Server kann sie nicht einschalten</translation>
    </message>
    <message>
        <source>let the server see the identity of each moment; otherwise that of the opening</source>
        <translation>den Server die Identität des Augenblicks sehen lassen; sonst die beim Öffnen</translation>
    </message>
    <message>
        <source>share for reading: handed on as asked, an instance of a pipe has one client in any case</source>
        <translation>zum Lesen freigeben: wird weitergegeben wie gewünscht, eine Instanz einer Pipe hat in jedem Fall nur einen Client</translation>
    </message>
    <message>
        <source>share for writing: handed on as asked, an instance of a pipe has one client in any case</source>
        <translation>zum Schreiben freigeben: wird weitergegeben wie gewünscht, eine Instanz einer Pipe hat in jedem Fall nur einen Client</translation>
    </message>
    <message>
        <source>room for what waits to be read, at either end of the connection; 0 leaves it to the system</source>
        <translation>Platz für das, was darauf wartet, gelesen zu werden, an jedem Ende der Verbindung; 0 überlässt es dem System</translation>
    </message>
    <message>
        <source>the message that is sent</source>
        <translation>die Nachricht, die gesendet wird</translation>
    </message>
    <message>
        <source>how long to wait for a free instance; 0: the server&apos;s default. The reply has no limit</source>
        <translation>wie lange auf eine freie Instanz gewartet wird; 0: wie der Server sagt. Für die Antwort gibt es keine Grenze</translation>
    </message>
    <message>
        <source>what is taken of the reply; the rest of a longer one is lost</source>
        <translation>was von der Antwort genommen wird; der Rest einer längeren ist verloren</translation>
    </message>
</context>
<context>
    <name>OptionLabel</name>
    <message>
        <source>as the system likes</source>
        <translation>wie das System mag</translation>
    </message>
    <message>
        <source>&amp;Clients at once</source>
        <translation>&amp;Clients zugleich</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>O&amp;utgoing buffer</source>
        <translation>A&amp;usgangspuffer</translation>
    </message>
    <message>
        <source>&amp;Incoming buffer</source>
        <translation>&amp;Eingangspuffer</translation>
    </message>
    <message>
        <source>B&amp;uffer</source>
        <translation>&amp;Puffer</translation>
    </message>
    <message>
        <source>&amp;Reject clients on other computers</source>
        <translation>Clients auf anderen Compute&amp;rn abweisen</translation>
    </message>
    <message>
        <source>Fail when the name is ser&amp;ved already</source>
        <translation>Scheitern, wenn der Name schon bedient wir&amp;d</translation>
    </message>
    <message>
        <source>Ne&amp;xt client gets</source>
        <translation>Nä&amp;chster Client bekommt</translation>
    </message>
    <message>
        <source>a new instance</source>
        <translation>eine neue Instanz</translation>
    </message>
    <message>
        <source>the same instance, disconnected</source>
        <translation>dieselbe Instanz, getrennt</translation>
    </message>
    <message>
        <source>I/O m&amp;odel</source>
        <translation>E/A-M&amp;odell</translation>
    </message>
    <message>
        <source>overlapped</source>
        <translation>überlappt</translation>
    </message>
    <message>
        <source>synchronous, on threads</source>
        <translation>synchron, auf Threads</translation>
    </message>
    <message>
        <source>Default &amp;time-out</source>
        <translation>Wartezeit, S&amp;tandard</translation>
    </message>
    <message>
        <source>50 ms, Windows&apos; own</source>
        <translation>50 ms, wie Windows</translation>
    </message>
    <message>
        <source>Write throu&amp;gh</source>
        <translation>D&amp;urchschreiben</translation>
    </message>
    <message>
        <source>&amp;File mode</source>
        <translation>&amp;Dateirechte</translation>
    </message>
    <message>
        <source>Bac&amp;klog</source>
        <translation>Warteschlan&amp;ge</translation>
    </message>
    <message>
        <source>The server ma&amp;y</source>
        <translation>Der Server dar&amp;f</translation>
    </message>
    <message>
        <source>Only groups and privileges that are switched o&amp;n</source>
        <translation>&amp;Nur eingeschaltete Gruppen und Rechte</translation>
    </message>
    <message>
        <source>&amp;Follow changes of the identity</source>
        <translation>Änderungen der Identität fol&amp;gen</translation>
    </message>
    <message>
        <source>Share for &amp;reading</source>
        <translation>Zum &amp;Lesen freigeben</translation>
    </message>
    <message>
        <source>Share for wr&amp;iting</source>
        <translation>Zum Schr&amp;eiben freigeben</translation>
    </message>
    <message>
        <source>&amp;Read size</source>
        <translation>&amp;Lesegröße</translation>
    </message>
    <message>
        <source>Write &amp;queue</source>
        <translation>&amp;Sendewarteschlange</translation>
    </message>
    <message>
        <source>Message &amp;limit</source>
        <translation>&amp;Nachrichtengrenze</translation>
    </message>
    <message>
        <source>&amp;Drain time</source>
        <translation>&amp;Auslaufzeit</translation>
    </message>
    <message>
        <source>do not wait</source>
        <translation>nicht warten</translation>
    </message>
    <message>
        <source>&amp;Wait for it</source>
        <translation>&amp;Warten</translation>
    </message>
    <message>
        <source>the server&apos;s default</source>
        <translation>wie der Server sagt</translation>
    </message>
    <message>
        <source>&amp;Reply up to</source>
        <translation>&amp;Antwort bis</translation>
    </message>
    <message>
        <source>One operation at a time: what is sent waits until the pending read has got something.</source>
        <translation>Ein Vorgang zur Zeit: was gesendet wird, wartet, bis das laufende Lesen etwas bekommen hat.</translation>
    </message>
</context>
<context>
    <name>RightsSentence</name>
    <message>
        <source>May neither read nor write.</source>
        <translation>Darf weder lesen noch schreiben.</translation>
    </message>
    <message>
        <source>May read only.</source>
        <translation>Darf nur lesen.</translation>
    </message>
    <message>
        <source>May write only.</source>
        <translation>Darf nur schreiben.</translation>
    </message>
    <message>
        <source>May read and write.</source>
        <translation>Darf lesen und schreiben.</translation>
    </message>
    <message>
        <source>May serve the name too (create instances).</source>
        <translation>Darf den Namen auch bedienen (Instanzen anlegen).</translation>
    </message>
    <message>
        <source>May change who comes in.</source>
        <translation>Darf ändern, wer hereinkommt.</translation>
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
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>unknown: the peer may have read none, some or all of what was being sent</source>
        <translation>unbekannt: die Gegenseite hat vielleicht nichts, einen Teil oder alles davon gelesen</translation>
    </message>
    <message>
        <source>What came here could not be kept. The pipes went on.</source>
        <translation>Was hier kam, konnte nicht behalten werden. Die Pipes liefen weiter.</translation>
    </message>
    <message>
        <source>Data comes in faster than it can be recorded. Nothing is read from the pipe until there is room again: the peer waits, nothing is lost.</source>
        <translation>Daten kommen schneller, als sie aufgezeichnet werden können. Aus der Pipe wird erst wieder gelesen, wenn Platz ist: die Gegenseite wartet, nichts geht verloren.</translation>
    </message>
    <message>
        <source>The peer closed its end or its program ended; the system does not tell which.</source>
        <translation>Die Gegenseite hat ihr Ende geschlossen oder ihr Programm ist beendet; das System sagt nicht, welches von beidem.</translation>
    </message>
    <message>
        <source>Each read gets one message, whole, from here on.</source>
        <translation>Jedes Lesen holt ab hier eine Nachricht, ganz.</translation>
    </message>
    <message>
        <source>Reads get bytes from here on: where messages begin and end is not seen any more.</source>
        <translation>Ab hier werden Bytes gelesen: wo Nachrichten anfangen und enden, ist nicht mehr zu sehen.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>A later version of PipeScope wrote this row. It is kept as it is.</source>
        <translation>Eine spätere Version von PipeScope hat diese Zeile geschrieben. Sie bleibt, wie sie ist.</translation>
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
        <source>Made from row</source>
        <translation>Entstanden aus Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
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
        <source>reading stopped: the program is behind</source>
        <translation>Lesen angehalten: das Programm kommt nicht nach</translation>
    </message>
    <message>
        <source>reading goes on</source>
        <translation>Lesen geht weiter</translation>
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
        <source>reads in %1 mode from now on</source>
        <translation>liest ab jetzt im Modus %1</translation>
    </message>
    <message>
        <source>the other end sends no more and still reads</source>
        <translation>die Gegenseite sendet nichts mehr und liest noch</translation>
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
        <source>file descriptors that came with the next message and were closed: %1</source>
        <translation>Dateideskriptoren, die mit der nächsten Nachricht kamen und geschlossen wurden: %1</translation>
    </message>
    <message>
        <source>this end sends no more and still reads</source>
        <translation>dieses Ende sendet nichts mehr und liest weiter</translation>
    </message>
    <message>
        <source>listening again</source>
        <translation>wartet wieder auf Clients</translation>
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
        <translation>wartet auf %1 (%2)</translation>
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
        <source>disconnected: %1; %2 never left</source>
        <translation>getrennt: %1; %2 wurden nie gesendet</translation>
    </message>
    <message>
        <source>%1: %2; the peer may have read some of it</source>
        <translation>%1: %2; die Gegenseite hat vielleicht einen Teil gelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>messages lost here: %1 (%2)</source>
        <translation>hier verlorene Nachrichten: %1 (%2)</translation>
    </message>
    <message>
        <source>reading paused: recording is behind, nothing is lost</source>
        <translation>Lesen angehalten: die Aufzeichnung kommt nicht nach, nichts geht verloren</translation>
    </message>
    <message>
        <source>this row cannot be read: %1</source>
        <translation>diese Zeile ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>(empty message)</source>
        <translation>(leere Nachricht)</translation>
    </message>
    <message>
        <source>(payload not kept)</source>
        <translation>(Inhalt nicht behalten)</translation>
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
        <source>is read message by message from now on</source>
        <translation>wird ab jetzt Nachricht für Nachricht gelesen</translation>
    </message>
    <message>
        <source>is read as a stream of bytes from now on</source>
        <translation>wird ab jetzt als Strom von Bytes gelesen</translation>
    </message>
    <message>
        <source>connected: %1, user %2</source>
        <translation>verbunden: %1, Benutzer %2</translation>
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
        <source>Reading goes on</source>
        <translation>Lesen geht weiter</translation>
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
        <source>Reading mode</source>
        <translation>Lesemodus</translation>
    </message>
    <message>
        <source>The other end sends no more</source>
        <translation>Die Gegenseite sendet nichts mehr</translation>
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
</context>
<context>
    <name>RowWord</name>
    <message>
        <source>peer</source>
        <translation>Gegenseite</translation>
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
        <source>Everybody who reaches the pipe may read, write, make instances of it and change who may come in.</source>
        <translation>Jeder, der die Pipe erreicht, darf lesen, schreiben, Instanzen von ihr anlegen und ändern, wer hereindarf.</translation>
    </message>
    <message>
        <source>Write a list that names who may come in; the safe default is the user, Administrators and SYSTEM.</source>
        <translation>Eine Liste schreiben, die nennt, wer hereindarf; sicher sind der Benutzer, Administratoren und SYSTEM.</translation>
    </message>
    <message>
        <source>No access list is given</source>
        <translation>Keine Zugriffsliste ist angegeben</translation>
    </message>
    <message>
        <source>The system puts in a default that depends on who starts the server and that nobody reads here.</source>
        <translation>Das System setzt eine Vorgabe ein, die davon abhängt, wer den Server startet, und die hier niemand liest.</translation>
    </message>
    <message>
        <source>Write the list with D: and its entries.</source>
        <translation>Die Liste mit D: und ihren Einträgen schreiben.</translation>
    </message>
    <message>
        <source>The access list is empty</source>
        <translation>Die Zugriffsliste ist leer</translation>
    </message>
    <message>
        <source>Nobody can connect; only the owner can change that.</source>
        <translation>Niemand kann sich verbinden; nur der Besitzer kann das ändern.</translation>
    </message>
    <message>
        <source>Add an entry for each account that may come in.</source>
        <translation>Für jedes Konto, das hereindarf, einen Eintrag hinzufügen.</translation>
    </message>
    <message>
        <source>Everyone may write</source>
        <translation>Jeder darf schreiben</translation>
    </message>
    <message>
        <source>Every user of this computer and of the network may send to the server, guests too.</source>
        <translation>Jeder Benutzer dieses Computers und des Netzes darf an den Server senden, auch Gäste.</translation>
    </message>
    <message>
        <source>Name the users or groups that need it instead; for all who signed in, Authenticated Users (AU).</source>
        <translation>Stattdessen die Benutzer oder Gruppen nennen, die es brauchen; für alle Angemeldeten Authentifizierte Benutzer (AU).</translation>
    </message>
    <message>
        <source>Anonymous may write</source>
        <translation>Anonym darf schreiben</translation>
    </message>
    <message>
        <source>Somebody who gave neither name nor password may send to the server.</source>
        <translation>Wer weder Namen noch Kennwort angegeben hat, darf an den Server senden.</translation>
    </message>
    <message>
        <source>Take the entry of Anonymous (AN) out.</source>
        <translation>Den Eintrag von Anonym (AN) herausnehmen.</translation>
    </message>
    <message>
        <source>Network users may write</source>
        <translation>Benutzer aus dem Netz dürfen schreiben</translation>
    </message>
    <message>
        <source>Everybody who comes from another computer may send to the server.</source>
        <translation>Jeder, der von einem anderen Computer kommt, darf an den Server senden.</translation>
    </message>
    <message>
        <source>Take the entry of Network (NU) out, or deny it everything as the first entry.</source>
        <translation>Den Eintrag von Netzwerk (NU) herausnehmen oder ihm als erster Eintrag alles verweigern.</translation>
    </message>
    <message>
        <source>Apps in containers may write</source>
        <translation>Apps in Containern dürfen schreiben</translation>
    </message>
    <message>
        <source>Apps that the system shuts in, browsers&apos; pages among them, may send to a server outside.</source>
        <translation>Apps, die das System einschließt, darunter Seiten in Browsern, dürfen an einen Server draußen senden.</translation>
    </message>
    <message>
        <source>Name the one package that needs it (S-1-15-2-…) instead of all, and check everything it sends.</source>
        <translation>Statt allen das eine Paket nennen, das es braucht (S-1-15-2-…), und alles prüfen, was es sendet.</translation>
    </message>
    <message>
        <source>A large group may write</source>
        <translation>Eine große Gruppe darf schreiben</translation>
    </message>
    <message>
        <source>Every member may send to the server, and so may every program that any of them runs.</source>
        <translation>Jedes Mitglied darf an den Server senden, und jedes Programm, das eines davon ausführt.</translation>
    </message>
    <message>
        <source>Name a group of those who need it; let the others read at most.</source>
        <translation>Eine Gruppe derer nennen, die es brauchen; die anderen höchstens lesen lassen.</translation>
    </message>
    <message>
        <source>Others may create instances</source>
        <translation>Andere dürfen Instanzen anlegen</translation>
    </message>
    <message>
        <source>They can serve the same name, and clients that mean this server reach theirs. The right is FILE_CREATE_PIPE_INSTANCE, a part of every generic write.</source>
        <translation>Sie können denselben Namen bedienen, und Clients, die diesen Server meinen, erreichen ihren. Das Recht ist FILE_CREATE_PIPE_INSTANCE, ein Teil jedes generischen Schreibens.</translation>
    </message>
    <message>
        <source>Give 0x12019b (read and write without it) instead of FA, FW or GW; clients need no more.</source>
        <translation>0x12019b (lesen und schreiben ohne dieses) statt FA, FW oder GW geben; mehr brauchen Clients nicht.</translation>
    </message>
    <message>
        <source>Others may change who comes in</source>
        <translation>Andere dürfen ändern, wer hereinkommt</translation>
    </message>
    <message>
        <source>With WRITE_DAC or WRITE_OWNER they give themselves every other right.</source>
        <translation>Mit WRITE_DAC oder WRITE_OWNER geben sie sich jedes andere Recht.</translation>
    </message>
    <message>
        <source>Give rights to read and write only: 0x12019b.</source>
        <translation>Nur Rechte zum Lesen und Schreiben geben: 0x12019b.</translation>
    </message>
    <message>
        <source>A deny entry comes too late</source>
        <translation>Eine Verweigerung kommt zu spät</translation>
    </message>
    <message>
        <source>Entries are read in order, and one before it allows the same account what this one denies.</source>
        <translation>Einträge werden der Reihe nach gelesen, und einer davor erlaubt demselben Konto, was dieser verweigert.</translation>
    </message>
    <message>
        <source>Put entries that deny before those that allow.</source>
        <translation>Einträge, die verweigern, vor die setzen, die erlauben.</translation>
    </message>
    <message>
        <source>An entry is not understood</source>
        <translation>Ein Eintrag wird nicht verstanden</translation>
    </message>
    <message>
        <source>It may allow something that this check does not see (a condition, a part of an object).</source>
        <translation>Er erlaubt vielleicht etwas, das diese Prüfung nicht sieht (eine Bedingung, ein Teil eines Objekts).</translation>
    </message>
    <message>
        <source>Replace it with plain entries, or judge it by hand.</source>
        <translation>Ihn durch einfache Einträge ersetzen oder von Hand beurteilen.</translation>
    </message>
    <message>
        <source>The integrity label lets the less trusted write</source>
        <translation>Die Integritätsbezeichnung lässt weniger Vertraute schreiben</translation>
    </message>
    <message>
        <source>Programs of low integrity, such as a taken-over browser, may write where the access list lets their user.</source>
        <translation>Programme niedriger Integrität, etwa ein übernommener Browser, dürfen schreiben, wo die Zugriffsliste ihren Benutzer lässt.</translation>
    </message>
    <message>
        <source>Leave the label out (medium then counts) or write S:(ML;;NW;;;ME), unless such programs are meant.</source>
        <translation>Die Bezeichnung weglassen (dann gilt mittel) oder S:(ML;;NW;;;ME) schreiben, falls nicht solche Programme gemeint sind.</translation>
    </message>
    <message>
        <source>Other computers can reach the pipe</source>
        <translation>Andere Computer können die Pipe erreichen</translation>
    </message>
    <message>
        <source>Whoever the list lets in may also come over the network (SMB).</source>
        <translation>Wen die Liste hereinlässt, der darf auch über das Netz kommen (SMB).</translation>
    </message>
    <message>
        <source>Reject remote clients (PIPE_REJECT_REMOTE_CLIENTS), or deny Network first: (D;;FA;;;NU).</source>
        <translation>Entfernte Clients abweisen (PIPE_REJECT_REMOTE_CLIENTS) oder zuerst Netzwerk verweigern: (D;;FA;;;NU).</translation>
    </message>
    <message>
        <source>The first instance is not asserted</source>
        <translation>Die erste Instanz wird nicht verlangt</translation>
    </message>
    <message>
        <source>If another program made the pipe before, this server joins it: that program&apos;s security counts, and it gets clients.</source>
        <translation>Hat ein anderes Programm die Pipe vorher angelegt, tritt dieser Server ihr bei: Dessen Sicherheit gilt, und es bekommt Clients.</translation>
    </message>
    <message>
        <source>Set FILE_FLAG_FIRST_PIPE_INSTANCE: starting then fails when the name is taken.</source>
        <translation>FILE_FLAG_FIRST_PIPE_INSTANCE setzen: Der Start scheitert dann, wenn der Name vergeben ist.</translation>
    </message>
    <message>
        <source>The owner is not the expected one</source>
        <translation>Der Besitzer ist nicht der erwartete</translation>
    </message>
    <message>
        <source>The owner may always change who comes in; a foreign owner may mean that another program took the name first.</source>
        <translation>Der Besitzer darf immer ändern, wer hereinkommt; ein fremder Besitzer kann heißen, dass ein anderes Programm den Namen zuerst genommen hat.</translation>
    </message>
    <message>
        <source>Find out which process serves the name; as server, set the owner to the user it runs as.</source>
        <translation>Herausfinden, welcher Prozess den Namen bedient; als Server den Benutzer, unter dem er läuft, zum Besitzer machen.</translation>
    </message>
    <message>
        <source>The client lets the server act in its name</source>
        <translation>Der Client lässt den Server in seinem Namen handeln</translation>
    </message>
    <message>
        <source>Whoever serves the name may open files and more as this user; with delegation also on other computers.</source>
        <translation>Wer den Namen bedient, darf als dieser Benutzer Dateien öffnen und mehr; mit Delegation auch auf anderen Computern.</translation>
    </message>
    <message>
        <source>Open with SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION unless the server must impersonate.</source>
        <translation>Mit SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION öffnen, falls der Server nicht die Identität annehmen muss.</translation>
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
        <source>Take the write permission from others: chmod o-rwx, or set umask 077 before the server starts.</source>
        <translation>Anderen das Schreibrecht nehmen: chmod o-rwx, oder umask 077 setzen, bevor der Server startet.</translation>
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
        <source>No permissions protect such a name: every process of this network namespace may connect.</source>
        <translation>Keine Rechte schützen einen solchen Namen: Jeder Prozess dieses Netz-Namensraums darf sich verbinden.</translation>
    </message>
    <message>
        <source>Use a path in a folder of the user&apos;s own, or check each client&apos;s user ID.</source>
        <translation>Einen Pfad in einem eigenen Ordner des Benutzers nehmen oder die Benutzer-ID jedes Clients prüfen.</translation>
    </message>
    <message>
        <source>The socket belongs to somebody else</source>
        <translation>Der Socket gehört jemand anderem</translation>
    </message>
    <message>
        <source>Another user serves this name and gets what is sent to it.</source>
        <translation>Ein anderer Benutzer bedient diesen Namen und bekommt, was an ihn gesendet wird.</translation>
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
        <source>Its folder may be written by others: they can remove the socket and put their own in its place.</source>
        <translation>In seinen Ordner dürfen andere schreiben: Sie können den Socket entfernen und ihren an seine Stelle setzen.</translation>
    </message>
    <message>
        <source>Use a folder of the user&apos;s own, such as $XDG_RUNTIME_DIR.</source>
        <translation>Einen eigenen Ordner des Benutzers nehmen, etwa $XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>The folder is shared with all users</source>
        <translation>Der Ordner gehört allen Benutzern gemeinsam</translation>
    </message>
    <message>
        <source>Another user can take the name while the server is not running.</source>
        <translation>Ein anderer Benutzer kann den Namen nehmen, solange der Server nicht läuft.</translation>
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
        <source>New &amp;session</source>
        <translation>Neue &amp;Sitzung</translation>
    </message>
    <message>
        <source>End all pipes and begin an empty session</source>
        <translation>Alle Pipes beenden und eine leere Sitzung beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Look at a saved session</source>
        <translation>Eine gespeicherte Sitzung ansehen</translation>
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
        <source>End all pipes and leave PipeScope</source>
        <translation>Alle Pipes beenden und PipeScope verlassen</translation>
    </message>
    <message>
        <source>New &amp;server…</source>
        <translation>Neuer &amp;Server …</translation>
    </message>
    <message>
        <source>Make a pipe that others connect to</source>
        <translation>Eine Pipe anlegen, mit der sich andere verbinden</translation>
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
        <source>&amp;Demo conversation</source>
        <translation>&amp;Demo-Unterhaltung</translation>
    </message>
    <message>
        <source>A server and a client that talk to each other</source>
        <translation>Ein Server und ein Client, die sich unterhalten</translation>
    </message>
    <message>
        <source>Stop &amp;all</source>
        <translation>&amp;Alles beenden</translation>
    </message>
    <message>
        <source>End all servers and clients</source>
        <translation>Alle Server und Clients beenden</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Let the log stand still; recording goes on</source>
        <translation>Das Protokoll stillstehen lassen; die Aufzeichnung geht weiter</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Hide all rows so far; they stay in the session</source>
        <translation>Alle bisherigen Zeilen ausblenden; sie bleiben in der Sitzung</translation>
    </message>
    <message>
        <source>&amp;Follow the end</source>
        <translation>Dem &amp;Ende folgen</translation>
    </message>
    <message>
        <source>Keep the newest row in view</source>
        <translation>Die neueste Zeile im Blick behalten</translation>
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
        <source>Go to the next place</source>
        <translation>Zur nächsten Fundstelle gehen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Go to the place before</source>
        <translation>Zur vorigen Fundstelle gehen</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy the selected messages as text</source>
        <translation>Die gewählten Nachrichten als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>Als &amp;Hex kopieren</translation>
    </message>
    <message>
        <source>Copy the selected messages as hex</source>
        <translation>Die gewählten Nachrichten als Hex kopieren</translation>
    </message>
    <message>
        <source>Copy as C &amp;array</source>
        <translation>Als C-&amp;Array kopieren</translation>
    </message>
    <message>
        <source>Copy the selected messages as arrays for C and C++</source>
        <translation>Die gewählten Nachrichten als Arrays für C und C++ kopieren</translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>Show when a row was by the clock</source>
        <translation>Zeigen, wann eine Zeile nach der Uhr war</translation>
    </message>
    <message>
        <source>Since the &amp;start</source>
        <translation>Seit &amp;Beginn</translation>
    </message>
    <message>
        <source>Show the time since the first row</source>
        <translation>Die Zeit seit der ersten Zeile zeigen</translation>
    </message>
    <message>
        <source>Since the row &amp;above</source>
        <translation>Seit der Zeile &amp;darüber</translation>
    </message>
    <message>
        <source>Show the time since the row above</source>
        <translation>Die Zeit seit der Zeile darüber zeigen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Hell oder dunkel, wie der Desktop ist</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark text on light ground</source>
        <translation>Dunkler Text auf hellem Grund</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light text on dark ground</source>
        <translation>Heller Text auf dunklem Grund</translation>
    </message>
    <message>
        <source>The language of the desktop, where there is a translation</source>
        <translation>Die Sprache des Desktops, wo es eine Übersetzung gibt</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window</source>
        <translation>Die Tastatur in den nächsten Teil des Fensters bringen</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all parts of the window back to where they were at first</source>
        <translation>Alle Teile des Fensters dorthin zurückbringen, wo sie anfangs waren</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys of this window</source>
        <translation>Alle Tasten dieses Fensters</translation>
    </message>
    <message>
        <source>&amp;About PipeScope</source>
        <translation>Ü&amp;ber PipeScope</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Look up an error…</source>
        <translation>&amp;Fehler nachschlagen …</translation>
    </message>
    <message>
        <source>What an error code means, and what to do</source>
        <translation>Was ein Fehlercode bedeutet und was zu tun ist</translation>
    </message>
    <message>
        <source>Security &amp;descriptors…</source>
        <translation>Sicherheits&amp;beschreibungen …</translation>
    </message>
    <message>
        <source>Write, read and judge who may come into a pipe</source>
        <translation>Schreiben, lesen und beurteilen, wer in eine Pipe darf</translation>
    </message>
    <message>
        <source>Call &amp;once…</source>
        <translation>&amp;Einmal aufrufen …</translation>
    </message>
    <message>
        <source>Send one message and take one reply (CallNamedPipe)</source>
        <translation>Eine Nachricht senden und eine Antwort nehmen (CallNamedPipe)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write rows as JSON, a table, text, a page or another session file</source>
        <translation>Zeilen als JSON, Tabelle, Text, Seite oder andere Sitzungsdatei schreiben</translation>
    </message>
    <message>
        <source>&amp;Never slow pipes down</source>
        <translation>Pipes &amp;nie bremsen</translation>
    </message>
    <message>
        <source>When recording is behind, payloads are left out and counted, instead of reading more slowly</source>
        <translation>Kommt die Aufzeichnung nicht nach, werden Nutzdaten ausgelassen und gezählt, statt langsamer zu lesen</translation>
    </message>
    <message>
        <source>F&amp;ilter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>Go to the line that says which rows are shown</source>
        <translation>Zur Zeile, die sagt, welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Mark the selected rows, or take their marks away</source>
        <translation>Die ausgewählten Zeilen markieren oder ihre Markierungen entfernen</translation>
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
        <source>Go to the marked row before</source>
        <translation>Zur markierten Zeile davor</translation>
    </message>
    <message>
        <source>C&amp;omment…</source>
        <translation>K&amp;ommentar …</translation>
    </message>
    <message>
        <source>Write a comment on the current row</source>
        <translation>Einen Kommentar zur aktuellen Zeile schreiben</translation>
    </message>
    <message>
        <source>&amp;Row or time…</source>
        <translation>&amp;Zeile oder Zeit …</translation>
    </message>
    <message>
        <source>Go to a row by its number, or to a time</source>
        <translation>Zu einer Zeile nach Nummer oder zu einer Zeit</translation>
    </message>
    <message>
        <source>Rep&amp;ly</source>
        <translation>Ant&amp;wort</translation>
    </message>
    <message>
        <source>Go to the next message the other way on this connection</source>
        <translation>Zur nächsten Nachricht in der anderen Richtung auf dieser Verbindung</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>A&amp;nfrage</translation>
    </message>
    <message>
        <source>Go to the message that this one answers</source>
        <translation>Zur Nachricht, auf die diese antwortet</translation>
    </message>
    <message>
        <source>Count time from &amp;here</source>
        <translation>Zeit ab &amp;hier zählen</translation>
    </message>
    <message>
        <source>Show times since the current row; again: since the first one</source>
        <translation>Zeiten seit der aktuellen Zeile zeigen; noch einmal: seit der ersten</translation>
    </message>
    <message>
        <source>Only this co&amp;nnection</source>
        <translation>Nur diese Ver&amp;bindung</translation>
    </message>
    <message>
        <source>Show the rows of the current row&apos;s connection only</source>
        <translation>Nur die Zeilen der Verbindung der aktuellen Zeile zeigen</translation>
    </message>
    <message>
        <source>&amp;Highlight rows…</source>
        <translation>Zeilen &amp;hervorheben …</translation>
    </message>
    <message>
        <source>Rules that give rows a colour</source>
        <translation>Regeln, die Zeilen eine Farbe geben</translation>
    </message>
    <message>
        <source>Save &amp;payload…</source>
        <translation>&amp;Inhalt speichern …</translation>
    </message>
    <message>
        <source>Write the bytes of the current message to a file</source>
        <translation>Die Bytes der aktuellen Nachricht in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Com&amp;pare two messages…</source>
        <translation>Zwei Nachrichten &amp;vergleichen …</translation>
    </message>
    <message>
        <source>Show two selected messages side by side</source>
        <translation>Zwei ausgewählte Nachrichten nebeneinander zeigen</translation>
    </message>
</context>
<context>
    <name>pipescope::AccessDialog</name>
    <message>
        <source>Try access as this client</source>
        <translation>Zugriff als dieser Client versuchen</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>Registry key</source>
        <translation>Registrierungsschlüssel</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
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
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Zum</translation>
    </message>
    <message>
        <source>Nothing is opened but the list of the target&apos;s rights.</source>
        <translation>Geöffnet wird nichts als die Liste der Rechte des Ziels.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
</context>
<context>
    <name>pipescope::CallDialog</name>
    <message>
        <source>Opens the pipe (waiting as long as its server says), sends one message, takes one reply of up to %1, and closes it.</source>
        <translation>Öffnet die Pipe (wartet so lange, wie ihr Server sagt), sendet eine Nachricht, nimmt eine Antwort von höchstens %1 und schließt sie.</translation>
    </message>
    <message>
        <source>Opens the pipe (waiting up to %1 s), sends one message, takes one reply of up to %2, and closes it.</source>
        <translation>Öffnet die Pipe (wartet bis zu %1 s), sendet eine Nachricht, nimmt eine Antwort von höchstens %2 und schließt sie.</translation>
    </message>
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
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pipescope::CommentDialog</name>
    <message>
        <source>Comment on row %1</source>
        <translation>Kommentar zu Zeile %1</translation>
    </message>
    <message>
        <source>What is there to say about this row?</source>
        <translation>Was gibt es zu dieser Zeile zu sagen?</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Too long: %1 of at most %2</source>
        <translation>Zu lang: %1 von höchstens %2</translation>
    </message>
    <message>
        <source>It is kept in the session&apos;s file. Ctrl+Enter saves it; without any text the comment is taken away.</source>
        <translation>Er bleibt in der Datei der Sitzung. Strg+Eingabe speichert ihn; ohne Text wird der Kommentar entfernt.</translation>
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
        <source>The bytes are the same.</source>
        <translation>Die Bytes sind gleich.</translation>
    </message>
    <message>
        <source>Difference %1 of %2:</source>
        <translation>Unterschied %1 von %2:</translation>
    </message>
    <message>
        <source>The messages differ too much to be aligned: byte by byte from 0x%1 on.</source>
        <translation>Die Nachrichten sind zu verschieden, um ausgerichtet zu werden: ab 0x%1 Byte für Byte.</translation>
    </message>
    <message>
        <source>The first %1 are compared.</source>
        <translation>Die ersten %1 werden verglichen.</translation>
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
</context>
<context>
    <name>pipescope::CompareView</name>
    <message>
        <source>Two messages side by side</source>
        <translation>Zwei Nachrichten nebeneinander</translation>
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
        <source>A byte pipe has no empty messages: type something first.</source>
        <translation>Eine Byte-Pipe kennt keine leeren Nachrichten: zuerst etwas eingeben.</translation>
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
        <source>Nothing is typed. Ctrl+Enter sends a message of zero bytes.</source>
        <translation>Nichts ist eingegeben. Strg+Eingabe sendet eine Nachricht mit null Bytes.</translation>
    </message>
    <message>
        <source>Nothing is typed. The button sends a message of zero bytes.</source>
        <translation>Nichts ist eingegeben. Die Schaltfläche sendet eine Nachricht mit null Bytes.</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Eingabe sendet</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Strg+Eingabe sendet</translation>
    </message>
    <message>
        <source>Send t&amp;o</source>
        <translation>Senden &amp;an</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line, ↑ brings back what was sent</source>
        <translation>Eingabe sendet, Umschalt+Eingabe beginnt eine neue Zeile, ↑ holt Gesendetes zurück</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter starts a new line, ↑ brings back what was sent</source>
        <translation>Strg+Eingabe sendet, Eingabe beginnt eine neue Zeile, ↑ holt Gesendetes zurück</translation>
    </message>
    <message>
        <source>Text, with \n or \x1B for single bytes</source>
        <translation>Text, mit \n oder \x1B für einzelne Bytes</translation>
    </message>
    <message>
        <source>Bytes: 0A 0b · 0x0A, 0x0B · a pasted dump</source>
        <translation>Bytes: 0A 0b · 0x0A, 0x0B · ein eingefügter Dump</translation>
    </message>
    <message>
        <source>One connection at a time: choose one client of this server.</source>
        <translation>Eine Verbindung zur Zeit: wählen Sie einen Client dieses Servers.</translation>
    </message>
    <message>
        <source>Only where messages are read: a stream of bytes has no reply to wait for.</source>
        <translation>Nur wo Nachrichten gelesen werden: ein Bytestrom hat keine Antwort, auf die man warten könnte.</translation>
    </message>
    <message>
        <source>Writes and reads in one operation; the next message that comes is the reply</source>
        <translation>Schreibt und liest in einem Vorgang; die nächste Nachricht, die kommt, ist die Antwort</translation>
    </message>
    <message>
        <source>&amp;Wait for the reply</source>
        <translation>Auf die Ant&amp;wort warten</translation>
    </message>
</context>
<context>
    <name>pipescope::ConnectionDialogs</name>
    <message>
        <source>%1 is read message by message now</source>
        <translation>%1 wird jetzt Nachricht für Nachricht gelesen</translation>
    </message>
    <message>
        <source>%1 is read as a stream of bytes now</source>
        <translation>%1 wird jetzt als Bytestrom gelesen</translation>
    </message>
</context>
<context>
    <name>pipescope::DecodedPage</name>
    <message>
        <source>The stream cannot be read: %1</source>
        <translation>Der Strom kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Putting the stream together…</source>
        <translation>Der Strom wird zusammengesetzt …</translation>
    </message>
    <message>
        <source>No bytes</source>
        <translation>Keine Bytes</translation>
    </message>
    <message>
        <source>These bytes do not look like a format that is known here. A decoder can be chosen below.</source>
        <translation>Diese Bytes sehen nach keinem Format aus, das hier bekannt ist. Unten kann ein Decoder gewählt werden.</translation>
    </message>
    <message>
        <source>No frame has bytes of this row</source>
        <translation>Kein Rahmen hat Bytes dieser Zeile</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Laid out</source>
        <translation>Gegliedert</translation>
    </message>
    <message>
        <source>Beside the fields</source>
        <translation>Neben den Feldern</translation>
    </message>
    <message>
        <source>What is shown beside the fields</source>
        <translation>Was neben den Feldern gezeigt wird</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Laid-out text</source>
        <translation>Gegliederter Text</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
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
        <source>How payloads of this endpoint are taken apart; remembered by its name</source>
        <translation>Wie Inhalte dieses Endpunkts zerlegt werden; unter seinem Namen gemerkt</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>How the stream is parted into messages for showing; what is recorded stays as it is</source>
        <translation>Wie der Strom zum Zeigen in Nachrichten geteilt wird; was aufgezeichnet ist, bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Size of a frame</source>
        <translation>Größe eines Rahmens</translation>
    </message>
    <message>
        <source> B</source>
        <translation> B</translation>
    </message>
</context>
<context>
    <name>pipescope::DemoCommand</name>
    <message>
        <source>The demo could not be started</source>
        <translation>Die Demo konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Demo conversation</source>
        <translation>Demo-Unterhaltung</translation>
    </message>
    <message>
        <source>Start the demo in a new session?</source>
        <translation>Die Demo in einer neuen Sitzung starten?</translation>
    </message>
    <message>
        <source>This session has recorded rows, and the demo is not mixed with them. A new session ends all pipes of this one. PipeScope asks before unsaved messages are lost.</source>
        <translation>Diese Sitzung hat aufgezeichnete Zeilen, und die Demo wird nicht mit ihnen vermischt. Eine neue Sitzung beendet alle Pipes dieser Sitzung. PipeScope fragt nach, bevor ungespeicherte Nachrichten verloren gehen.</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pipescope::DemoScript</name>
    <message>
        <source>the picture could not be written: %1</source>
        <translation>das Bild konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>pipescope::DeniedOpeningView</name>
    <message>
        <source>The pipe&apos;s access list could not be compared: %1</source>
        <translation>Die Zugriffsliste der Pipe ließ sich nicht vergleichen: %1</translation>
    </message>
    <message>
        <source>&amp;Compare with the pipe&apos;s access list</source>
        <translation>Mit der Zugriffsliste der Pipe &amp;vergleichen</translation>
    </message>
    <message>
        <source>Names the entry that refuses this user, or the right that no entry gives. The pipe is opened for a moment to read the list: its server sees a client come and leave.</source>
        <translation>Nennt den Eintrag, der diesen Benutzer abweist, oder das Recht, das kein Eintrag gibt. Um die Liste zu lesen, wird die Pipe kurz geöffnet: ihr Server sieht einen Client kommen und gehen.</translation>
    </message>
</context>
<context>
    <name>pipescope::DetailPanel</name>
    <message>
        <source>The rest cannot be read: %1</source>
        <translation>Der Rest ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>reading the rest…</source>
        <translation>liest den Rest …</translation>
    </message>
    <message>
        <source>This row cannot be read</source>
        <translation>Diese Zeile ist nicht lesbar</translation>
    </message>
    <message>
        <source>No row selected</source>
        <translation>Keine Zeile gewählt</translation>
    </message>
    <message>
        <source>Pick a row of the traffic log to see its bytes, or what an error means.</source>
        <translation>Eine Zeile im Protokoll wählen, um ihre Bytes zu sehen oder was ein Fehler bedeutet.</translation>
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
        <translation>in %1 Teilen: %2</translation>
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
        <source>Facts</source>
        <translation>Tatsachen</translation>
    </message>
    <message>
        <source>Views of the row</source>
        <translation>Ansichten der Zeile</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Decodiert</translation>
    </message>
</context>
<context>
    <name>pipescope::EffectiveRights</name>
    <message>
        <source>The integrity label withholds the rest.</source>
        <translation>Das Übrige hält die Integritätsbezeichnung zurück.</translation>
    </message>
    <message>
        <source>There is no list that keeps anybody out.</source>
        <translation>Keine Liste hält jemanden fern.</translation>
    </message>
    <message>
        <source>No entry speaks of this account.</source>
        <translation>Kein Eintrag spricht von diesem Konto.</translation>
    </message>
    <message numerus="yes">
        <source>Decided by entry %1.</source>
        <translation>
            <numerusform>Entschieden von Eintrag %1.</numerusform>
            <numerusform>Entschieden von den Einträgen %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;What may</source>
        <translation>&amp;Was darf</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>at this computer</source>
        <translation>an diesem Computer</translation>
    </message>
    <message>
        <source>over the network</source>
        <translation>über das Netz</translation>
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
</context>
<context>
    <name>pipescope::EndpointsModel</name>
    <message>
        <source>Messages and bytes that came in</source>
        <translation>Nachrichten und Bytes, die ankamen</translation>
    </message>
    <message>
        <source>Messages and bytes that went out</source>
        <translation>Nachrichten und Bytes, die hinausgingen</translation>
    </message>
    <message>
        <source>Process ID of the other end</source>
        <translation>Prozess-ID des anderen Endes</translation>
    </message>
    <message>
        <source>Name / peer</source>
        <translation>Name / Gegenseite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
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
</context>
<context>
    <name>pipescope::EndpointsPanel</name>
    <message>
        <source>listening</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>listening · 1 client</source>
        <translation>wartet · 1 Client</translation>
    </message>
    <message>
        <source>listening · %1 clients</source>
        <translation>wartet · %1 Clients</translation>
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
        <translation>wartet · %1</translation>
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
        <source>connected · reading waits</source>
        <translation>verbunden · Lesen wartet</translation>
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
        <source>Program not known: %1</source>
        <translation>Programm nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Process ID %1</source>
        <translation>Prozess-ID %1</translation>
    </message>
    <message>
        <source>Process ID not known: %1</source>
        <translation>Prozess-ID nicht bekannt: %1</translation>
    </message>
    <message>
        <source>No endpoints yet</source>
        <translation>Noch keine Endpunkte</translation>
    </message>
    <message>
        <source>Serve a pipe of your own, or connect to one that is there.</source>
        <translation>Eine eigene Pipe bereitstellen oder mit einer vorhandenen verbinden.</translation>
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
        <source>Try the demo</source>
        <translation>Demo ansehen</translation>
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
        <source>Follow in the traffic</source>
        <translation>Im Verkehr verfolgen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Writes what is queued first; the other end can read it.</source>
        <translation>Schreibt zuerst, was wartet; das andere Ende kann es lesen.</translation>
    </message>
    <message>
        <source>Disconnect at once</source>
        <translation>Sofort trennen</translation>
    </message>
    <message>
        <source>Throws away what is queued.</source>
        <translation>Verwirft, was wartet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ends all its connections and frees the name.</source>
        <translation>Beendet alle seine Verbindungen und gibt den Namen frei.</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>Throws away what is queued, and frees the name.</source>
        <translation>Verwirft, was wartet, und gibt den Namen frei.</translation>
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
        <source>Keep closed ones listed</source>
        <translation>Geschlossene weiter zeigen</translation>
    </message>
    <message>
        <source>Clear closed ones</source>
        <translation>Geschlossene entfernen</translation>
    </message>
    <message>
        <source>Who is this…</source>
        <translation>Wer ist das …</translation>
    </message>
    <message>
        <source>Facts of the pipe…</source>
        <translation>Angaben zur Pipe …</translation>
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
        <source>Judges who may come in, as the pipe has it now.</source>
        <translation>Beurteilt, wer hereindarf, so wie die Pipe es jetzt hat.</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>User not known: %1</source>
        <translation>Benutzer nicht bekannt: %1</translation>
    </message>
    <message>
        <source>End sending</source>
        <translation>Senden beenden</translation>
    </message>
    <message>
        <source>Tells the other end that nothing more comes. It can still answer.</source>
        <translation>Teilt der Gegenseite mit, dass nichts mehr kommt. Sie kann noch antworten.</translation>
    </message>
    <message>
        <source>A pipe of Windows ends as a whole: disconnect it.</source>
        <translation>Eine Pipe unter Windows endet als Ganzes: Verbindung trennen.</translation>
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
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>The entry is kept as it is.</source>
        <translation>Der Eintrag bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Serve the same name: FILE_CREATE_PIPE_INSTANCE</source>
        <translation>Denselben Namen bedienen: FILE_CREATE_PIPE_INSTANCE</translation>
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
        <translation>Instanz anlegen</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
</context>
<context>
    <name>pipescope::ErrorLookupDialog</name>
    <message>
        <source>Any call</source>
        <translation>Jeder Aufruf</translation>
    </message>
    <message>
        <source>The system call that gave the code</source>
        <translation>Der Systemaufruf, der den Code gab</translation>
    </message>
    <message>
        <source>The causes are the same whichever call gives the code</source>
        <translation>Die Ursachen sind dieselben, welcher Aufruf den Code auch gibt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Unter %1</translation>
    </message>
    <message>
        <source>What does this error mean?</source>
        <translation>Was bedeutet dieser Fehler?</translation>
    </message>
    <message>
        <source>No such code is known here</source>
        <translation>So ein Code ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Write a code as a number (231 or 0xE7), by its name (ERROR_PIPE_BUSY, EPIPE), as the HRESULT of an exception (0x800700E7), or as an NTSTATUS (0xC000014B).</source>
        <translation>Einen Code als Zahl (231 oder 0xE7), mit seinem Namen (ERROR_PIPE_BUSY, EPIPE), als HRESULT einer Ausnahme (0x800700E7) oder als NTSTATUS (0xC000014B) schreiben.</translation>
    </message>
    <message>
        <source>Look up an error</source>
        <translation>Fehler nachschlagen</translation>
    </message>
    <message>
        <source>&amp;Code or name</source>
        <translation>&amp;Code oder Name</translation>
    </message>
    <message>
        <source>&amp;Numbers of</source>
        <translation>&amp;Zahlen von</translation>
    </message>
    <message>
        <source>The system whose code a number is; names say it themselves</source>
        <translation>Das System, dessen Code eine Zahl ist; Namen sagen es selbst</translation>
    </message>
    <message>
        <source>Given &amp;by</source>
        <translation>Geliefert &amp;von</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pipescope::ExplorerCommands</name>
    <message>
        <source>Inspect a pipe</source>
        <translation>Eine Pipe untersuchen</translation>
    </message>
    <message>
        <source>PipeScope opens %1 once to look at it, with the least access.</source>
        <translation>PipeScope öffnet %1 einmal mit den geringsten Rechten, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Its server sees a client that comes and goes. Some servers do not take that well; with a single instance others wait meanwhile.</source>
        <translation>Ihr Server sieht einen Client, der kommt und geht. Manche Server vertragen das schlecht; bei einer einzigen Instanz warten andere so lange.</translation>
    </message>
    <message>
        <source>Do not ask again until PipeScope ends</source>
        <translation>Nicht mehr fragen, bis PipeScope endet</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <source>Rows of the f&amp;ilter (%1)</source>
        <translation>Zeilen des F&amp;ilters (%1)</translation>
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
        <source>Rows of the f&amp;ilter (%1 so far)</source>
        <translation>Zeilen des F&amp;ilters (bisher %1)</translation>
    </message>
    <message>
        <source>The filter is still looking through the session</source>
        <translation>Der Filter durchsucht die Sitzung noch</translation>
    </message>
</context>
<context>
    <name>pipescope::FactsPage</name>
    <message>
        <source>Likely causes, and what to do</source>
        <translation>Mögliche Ursachen, und was zu tun ist</translation>
    </message>
</context>
<context>
    <name>pipescope::FieldModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
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
        <source>Place + bytes</source>
        <translation>Stelle + Bytes</translation>
    </message>
</context>
<context>
    <name>pipescope::FilterBar</name>
    <message>
        <source>No filter is saved yet</source>
        <translation>Noch ist kein Filter gespeichert</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only rows like: conn == 3 &amp;&amp; text contains &quot;login&quot;</source>
        <translation>Nur Zeilen zeigen wie: conn == 3 &amp;&amp; text contains &quot;login&quot;</translation>
    </message>
    <message>
        <source>Ctrl+Space offers what fits</source>
        <translation>Strg+Leertaste bietet an, was passt</translation>
    </message>
    <message>
        <source>Show all rows (Esc)</source>
        <translation>Alle Zeilen zeigen (Esc)</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Filters you saved</source>
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
        <source>The regular expression takes too long for these rows. They are left out; a simpler expression decides them.</source>
        <translation>Der reguläre Ausdruck braucht für diese Zeilen zu lange. Sie fehlen; ein einfacherer Ausdruck entscheidet sie.</translation>
    </message>
    <message>
        <source>Filter like this</source>
        <translation>So filtern</translation>
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
        <source>Bytes, as 0A 0b or 0x0A0b</source>
        <translation>Bytes, als 0A 0b oder 0x0A0b</translation>
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
        <source>Capital and small letters differ</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Vorige Fundstelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächste Fundstelle (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>What is typed: text, bytes in hex, or a filter</source>
        <translation>Was eingegeben wird: Text, Bytes in Hex oder ein Filter</translation>
    </message>
    <message>
        <source>Find text, hex or a filter</source>
        <translation>Text, Hex oder einen Filter suchen</translation>
    </message>
    <message>
        <source>Rows like: conn == 3 &amp;&amp; len &gt; 100</source>
        <translation>Zeilen wie: conn == 3 &amp;&amp; len &gt; 100</translation>
    </message>
</context>
<context>
    <name>pipescope::FindController</name>
    <message>
        <source>searching…</source>
        <translation>sucht …</translation>
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
        <translation>bisher gefundene Zeilen: %1</translation>
    </message>
    <message>
        <source>rows found: %1</source>
        <translation>gefundene Zeilen: %1</translation>
    </message>
    <message>
        <source>%1, went round the end</source>
        <translation>%1, über das Ende hinaus</translation>
    </message>
</context>
<context>
    <name>pipescope::FindingsPanel</name>
    <message>
        <source> (entry %1)</source>
        <translation> (Eintrag %1)</translation>
    </message>
    <message>
        <source>&amp;Security check: nothing found</source>
        <translation>&amp;Sicherheitsprüfung: nichts gefunden</translation>
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
</context>
<context>
    <name>pipescope::FollowBar</name>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>All connections again (Esc)</source>
        <translation>Wieder alle Verbindungen (Esc)</translation>
    </message>
</context>
<context>
    <name>pipescope::FollowController</name>
    <message>
        <source>This row belongs to no connection.</source>
        <translation>Diese Zeile gehört zu keiner Verbindung.</translation>
    </message>
    <message>
        <source>Only connection %1: %2 rows so far</source>
        <translation>Nur Verbindung %1: bisher %2 Zeilen</translation>
    </message>
    <message>
        <source>Only connection %1: %2 rows</source>
        <translation>Nur Verbindung %1: %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>pipescope::FormatBar</name>
    <message>
        <source>Only for text: hex says every byte itself.</source>
        <translation>Nur für Text: Hex nennt jedes Byte selbst.</translation>
    </message>
    <message>
        <source>How characters become bytes</source>
        <translation>Wie aus Zeichen Bytes werden</translation>
    </message>
    <message>
        <source>What is added at the end of each message</source>
        <translation>Was am Ende jeder Nachricht angefügt wird</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Type text. \n \r \t \0 \\ and \xHH stand for single bytes.</source>
        <translation>Text eingeben. \n \r \t \0 \\ und \xHH stehen für einzelne Bytes.</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Type bytes as 0A 0b, 0x0A, \x0a, or paste a hex dump.</source>
        <translation>Bytes als 0A 0b, 0x0A, \x0a eingeben oder einen Hex-Dump einfügen.</translation>
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
        <source>no ending</source>
        <translation>ohne Ende</translation>
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
        <source>There are rows 1 to %1. A time without a date is on %2.</source>
        <translation>Es gibt die Zeilen 1 bis %1. Eine Zeit ohne Datum ist am %2.</translation>
    </message>
    <message>
        <source>Neither a row nor a time. A row is a number, a time has colons: 14:03:07 or 2026-11-22 14:03:07.25</source>
        <translation>Weder Zeile noch Zeit. Eine Zeile ist eine Zahl, eine Zeit hat Doppelpunkte: 14:03:07 oder 2026-11-22 14:03:07,25</translation>
    </message>
    <message>
        <source>The first row at %1 or later</source>
        <translation>Die erste Zeile um %1 oder danach</translation>
    </message>
    <message>
        <source>There are rows 1 to %1.</source>
        <translation>Es gibt die Zeilen 1 bis %1.</translation>
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
        <translation>Offset 0x%1 (%2), %3 gewählt</translation>
    </message>
</context>
<context>
    <name>pipescope::HexView</name>
    <message>
        <source>Bytes in hex</source>
        <translation>Bytes in Hex</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
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
        <source>The first rule that a row passes gives its colour</source>
        <translation>Die erste passende Regel gibt der Zeile ihre Farbe</translation>
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
        <source>(no filter yet)</source>
        <translation>(noch kein Filter)</translation>
    </message>
    <message>
        <source>No rules yet. A rule is a filter and a colour: rows that pass the filter get the colour. The first rule that fits counts.</source>
        <translation>Noch keine Regeln. Eine Regel ist ein Filter und eine Farbe: Zeilen, die der Filter durchlässt, bekommen die Farbe. Es zählt die erste, die passt.</translation>
    </message>
    <message>
        <source>The first rule that a row passes gives its colour.</source>
        <translation>Die erste passende Regel gibt der Zeile ihre Farbe.</translation>
    </message>
    <message>
        <source>A rule further up or down has a mistake; it is in red.</source>
        <translation>Eine Regel weiter oben oder unten hat einen Fehler; sie ist rot.</translation>
    </message>
</context>
<context>
    <name>pipescope::IdentityCard</name>
    <message>
        <source>The process with this number</source>
        <translation>Der Prozess mit dieser Nummer</translation>
    </message>
    <message>
        <source>Its groups and privileges</source>
        <translation>Seine Gruppen und Privilegien</translation>
    </message>
    <message>
        <source>The client, as the pipe says</source>
        <translation>Der Client, wie die Pipe ihn nennt</translation>
    </message>
    <message>
        <source>Access as this client</source>
        <translation>Zugriff als dieser Client</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Who is %1</source>
        <translation>Wer ist %1</translation>
    </message>
    <message>
        <source>The connection has ended. What stands here was so when it was asked.</source>
        <translation>Die Verbindung ist beendet. Was hier steht, galt, als gefragt wurde.</translation>
    </message>
    <message>
        <source>For display only: a process ID can be spoofed, and is used again.</source>
        <translation>Nur zur Anzeige: Eine Prozess-ID kann gefälscht sein und wird neu vergeben.</translation>
    </message>
    <message>
        <source>Identify client</source>
        <translation>Client identifizieren</translation>
    </message>
    <message>
        <source>Asks the system who the client is, by acting as the client for a moment. Windows knows it once something has been received.</source>
        <translation>Fragt das System, wer der Client ist, indem PipeScope einen Moment lang als dieser handelt. Windows weiß es, sobald etwas empfangen wurde.</translation>
    </message>
    <message>
        <source>Try access as this client…</source>
        <translation>Zugriff als dieser Client versuchen …</translation>
    </message>
    <message>
        <source>Checks a file or key against the client&apos;s rights. Nothing is opened but the list of its rights.</source>
        <translation>Prüft eine Datei oder einen Schlüssel gegen die Rechte des Clients. Geöffnet wird nichts als die Liste der Rechte.</translation>
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
</context>
<context>
    <name>pipescope::InputController</name>
    <message>
        <source>Not taken, character %1 cannot be read: %2</source>
        <translation>Nicht übernommen, Zeichen %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>A line this long is shown as hex: the same bytes.</source>
        <translation>Eine so lange Zeile wird als Hex gezeigt: dieselben Bytes.</translation>
    </message>
</context>
<context>
    <name>pipescope::InspectDialog</name>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>It was opened once with the least access, and closed again.</source>
        <translation>Sie wurde einmal mit den geringsten Rechten geöffnet und wieder geschlossen.</translation>
    </message>
    <message>
        <source>Nothing was connected: this is what the socket&apos;s file and the system say.</source>
        <translation>Nichts wurde verbunden: das sagen die Datei des Sockets und das System.</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Inspect a pipe</source>
        <translation>Eine Pipe untersuchen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>New server like this…</source>
        <translation>Neuer Server wie dieser …</translation>
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
        <source>Read mode of a new client</source>
        <translation>Lesemodus eines neuen Clients</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Instances now</source>
        <translation>Instanzen jetzt</translation>
    </message>
    <message>
        <source>Instance limit</source>
        <translation>Höchstzahl der Instanzen</translation>
    </message>
    <message>
        <source>Outgoing buffer</source>
        <translation>Ausgangspuffer</translation>
    </message>
    <message>
        <source>Incoming buffer</source>
        <translation>Eingangspuffer</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients that wait</source>
        <translation>Wartende Clients</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Owner ID</source>
        <translation>ID des Besitzers</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>ID der Gruppe</translation>
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
        <translation>Sitzung des Servers</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>nach Bedarf</translation>
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
        <translation>Gegenseite</translation>
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
        <source>Number of the row</source>
        <translation>Nummer der Zeile</translation>
    </message>
    <message>
        <source>When it was, right to the microsecond</source>
        <translation>Wann es war, auf die Mikrosekunde genau</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Program and process ID at the other end</source>
        <translation>Programm und Prozess-ID am anderen Ende</translation>
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
        <source>Beginning of the message, or what happened</source>
        <translation>Anfang der Nachricht, oder was geschah</translation>
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
        <source>Of a reply: time since the request, the message before it on its connection, when that went the other way</source>
        <translation>Bei einer Antwort: Zeit seit der Anfrage, der Nachricht davor auf ihrer Verbindung, wenn diese in die andere Richtung ging</translation>
    </message>
    <message>
        <source>What somebody noted about the row</source>
        <translation>Was jemand zu der Zeile notiert hat</translation>
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
        <source>Go on showing new rows</source>
        <translation>Neue Zeilen wieder zeigen</translation>
    </message>
    <message>
        <source>↓ %1 new</source>
        <translation>↓ %1 neu</translation>
    </message>
    <message>
        <source>Go to the end and follow it (End)</source>
        <translation>Zum Ende gehen und ihm folgen (Ende)</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>From left to right: errors, matches of the search, marks. Click to go there.</source>
        <translation>Von links nach rechts: Fehler, Treffer der Suche, Markierungen. Ein Klick führt hin.</translation>
    </message>
    <message>
        <source>No row passes the filter</source>
        <translation>Keine Zeile kommt durch den Filter</translation>
    </message>
    <message>
        <source>Rows appear here as they are found. Esc shows all rows again.</source>
        <translation>Zeilen erscheinen hier, sobald sie gefunden sind. Esc zeigt wieder alle.</translation>
    </message>
    <message>
        <source>No rows of this connection</source>
        <translation>Keine Zeilen dieser Verbindung</translation>
    </message>
    <message>
        <source>They appear here as they come.</source>
        <translation>Sie erscheinen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Geleert</translation>
    </message>
    <message>
        <source>New traffic appears here. The %1 rows before are still recorded.</source>
        <translation>Neuer Verkehr erscheint hier. Die %1 Zeilen davor sind weiter aufgezeichnet.</translation>
    </message>
    <message>
        <source>No traffic yet</source>
        <translation>Noch kein Verkehr</translation>
    </message>
    <message>
        <source>Start a server or connect a client: messages, connects and errors appear here as they happen.</source>
        <translation>Einen Server starten oder einen Client verbinden: Nachrichten, Verbindungen und Fehler erscheinen hier, wie sie geschehen.</translation>
    </message>
</context>
<context>
    <name>pipescope::LogView</name>
    <message>
        <source>Traffic log</source>
        <translation>Verkehrsprotokoll</translation>
    </message>
</context>
<context>
    <name>pipescope::MainWindow</name>
    <message>
        <source>Pipes cannot be served now</source>
        <translation>Pipes können jetzt nicht bedient werden</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ending all pipes…</source>
        <translation>Alle Pipes werden beendet …</translation>
    </message>
    <message>
        <source>Pipes here</source>
        <translation>Pipes hier</translation>
    </message>
</context>
<context>
    <name>pipescope::MessageArea</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>pipescope::NewClientDialog</name>
    <message>
        <source>to read and write</source>
        <translation>zum Lesen und Schreiben</translation>
    </message>
    <message>
        <source>to read only</source>
        <translation>nur zum Lesen</translation>
    </message>
    <message>
        <source>to write only</source>
        <translation>nur zum Schreiben</translation>
    </message>
    <message>
        <source>message by message</source>
        <translation>Nachricht für Nachricht</translation>
    </message>
    <message>
        <source>as a stream of bytes</source>
        <translation>als Strom von Bytes</translation>
    </message>
    <message>
        <source>tries once</source>
        <translation>versucht es einmal</translation>
    </message>
    <message>
        <source>waits up to %1 s for it</source>
        <translation>wartet bis zu %1 s darauf</translation>
    </message>
    <message>
        <source>Opens %1 %2, %3; %4.</source>
        <translation>Öffnet %1 %2, %3; %4.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>&amp;Open to</source>
        <translation>Ö&amp;ffnen zum</translation>
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
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>The server&apos;s pipe must be a message pipe.</source>
        <translation>Die Pipe des Servers muss eine Nachrichten-Pipe sein.</translation>
    </message>
    <message>
        <source>A SOCK_SEQPACKET socket: the server&apos;s must be one too.</source>
        <translation>Ein SOCK_SEQPACKET-Socket: der des Servers muss auch einer sein.</translation>
    </message>
    <message>
        <source>A SOCK_STREAM socket, as .NET and Node.js serve it: the server&apos;s must be one too.</source>
        <translation>Ein SOCK_STREAM-Socket, wie ihn .NET und Node.js bereitstellen: der des Servers muss auch einer sein.</translation>
    </message>
    <message>
        <source>Waits while there is no such pipe, or all its instances are busy.</source>
        <translation>Wartet, solange es die Pipe nicht gibt oder alle Instanzen belegt sind.</translation>
    </message>
    <message>
        <source>waits as long as the server says while all its instances are busy</source>
        <translation>wartet so lange, wie der Server sagt, wenn alle Instanzen besetzt sind</translation>
    </message>
    <message>
        <source>waits up to %1 s while all its instances are busy</source>
        <translation>wartet bis zu %1 s, wenn alle Instanzen besetzt sind</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>&amp;Warten</translation>
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
        <source>Waits while all instances are busy; fails at once when there is no such pipe.</source>
        <translation>Wartet, solange alle Instanzen besetzt sind; scheitert sofort, wenn es die Pipe nicht gibt.</translation>
    </message>
</context>
<context>
    <name>pipescope::NewServerDialog</name>
    <message>
        <source>any number of clients at once</source>
        <translation>beliebig viele Clients zugleich</translation>
    </message>
    <message>
        <source>one client at a time</source>
        <translation>ein Client zur Zeit</translation>
    </message>
    <message>
        <source>up to %1 clients at once</source>
        <translation>bis zu %1 Clients zugleich</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>in beide Richtungen</translation>
    </message>
    <message>
        <source>it only receives</source>
        <translation>sie empfängt nur</translation>
    </message>
    <message>
        <source>it only sends</source>
        <translation>sie sendet nur</translation>
    </message>
    <message>
        <source>A message pipe %1: %2, %3.</source>
        <translation>Eine Nachrichten-Pipe %1: %2, %3.</translation>
    </message>
    <message>
        <source>A byte pipe %1: %2, %3.</source>
        <translation>Eine Byte-Pipe %1: %2, %3.</translation>
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
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>both directions (duplex)</source>
        <translation>beide Richtungen (duplex)</translation>
    </message>
    <message>
        <source>clients to server (inbound)</source>
        <translation>Clients zum Server (eingehend)</translation>
    </message>
    <message>
        <source>server to clients (outbound)</source>
        <translation>Server zu Clients (ausgehend)</translation>
    </message>
    <message>
        <source>A further client is told that the pipe is busy.</source>
        <translation>Ein weiterer Client erfährt, dass die Pipe belegt ist.</translation>
    </message>
    <message>
        <source>A SOCK_SEQPACKET socket. Clients made with .NET or Node.js open a stream: choose bytes for them.</source>
        <translation>Ein SOCK_SEQPACKET-Socket. Mit .NET oder Node.js gemachte Clients öffnen einen Strom: für sie Bytes wählen.</translation>
    </message>
    <message>
        <source>A SOCK_STREAM socket, as .NET and Node.js open it.</source>
        <translation>Ein SOCK_STREAM-Socket, wie ihn .NET und Node.js öffnen.</translation>
    </message>
    <message>
        <source>A further client waits until one of them leaves.</source>
        <translation>Ein weiterer Client wartet, bis einer von ihnen geht.</translation>
    </message>
    <message>
        <source>A message that does not fit into the socket&apos;s buffer cannot be sent.</source>
        <translation>Eine Nachricht, die nicht in den Puffer des Sockets passt, kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>All options as a library would choose them; name and echo stay</source>
        <translation>Alle Einstellungen, wie eine Bibliothek sie wählt; Name und Echo bleiben</translation>
    </message>
    <message>
        <source>Who ma&amp;y connect</source>
        <translation>Wer sich verbinden dar&amp;f</translation>
    </message>
    <message>
        <source>&amp;Windows pipe</source>
        <translation>&amp;Windows-Pipe</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>&amp;Socket</translation>
    </message>
</context>
<context>
    <name>pipescope::NoteController</name>
    <message>
        <source>No more than %1 rows can be marked at once.</source>
        <translation>Mehr als %1 Zeilen lassen sich nicht auf einmal markieren.</translation>
    </message>
    <message>
        <source>No row is marked. M marks the current row.</source>
        <translation>Keine Zeile ist markiert. M markiert die aktuelle Zeile.</translation>
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
        <source>The other end may have read none, some or all of the message.</source>
        <translation>Das andere Ende hat von der Nachricht vielleicht nichts, einen Teil oder alles gelesen.</translation>
    </message>
</context>
<context>
    <name>pipescope::PayloadField</name>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>pipescope::PayloadTools</name>
    <message>
        <source>The payload cannot be read</source>
        <translation>Der Inhalt kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The messages cannot be compared</source>
        <translation>Die Nachrichten können nicht verglichen werden</translation>
    </message>
    <message>
        <source>Save payload</source>
        <translation>Inhalt speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The payload was not saved</source>
        <translation>Der Inhalt wurde nicht gespeichert</translation>
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
</context>
<context>
    <name>pipescope::PipeDialog</name>
    <message>
        <source>Echo needs both directions.</source>
        <translation>Echo braucht beide Richtungen.</translation>
    </message>
    <message>
        <source>Full name: %1</source>
        <translation>Voller Name: %1</translation>
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
        <source>Send everything received &amp;back</source>
        <translation>Alles Empfangene &amp;zurücksenden</translation>
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
        <source>Everything received is sent back.</source>
        <translation>Alles Empfangene wird zurückgesendet.</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Nachrichten</translation>
    </message>
    <message>
        <source>B&amp;ytes</source>
        <translation>B&amp;ytes</translation>
    </message>
</context>
<context>
    <name>pipescope::PipeFactsDialog</name>
    <message>
        <source>The connection is over: what is shown is how it was. %1</source>
        <translation>Die Verbindung ist zu Ende: gezeigt wird, wie es war. %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>%1, for at most %2 ms</source>
        <translation>%1, höchstens %2 ms lang</translation>
    </message>
    <message>
        <source>nothing: only clients of other computers collect</source>
        <translation>nichts: nur Clients anderer Computer sammeln</translation>
    </message>
    <message>
        <source>Facts of %1</source>
        <translation>Angaben zu %1</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Ask the system again (F5)</source>
        <translation>Das System noch einmal fragen (F5)</translation>
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
        <source>Outgoing buffer</source>
        <translation>Ausgangspuffer</translation>
    </message>
    <message>
        <source>Incoming buffer</source>
        <translation>Eingangspuffer</translation>
    </message>
    <message>
        <source>Instances, limit</source>
        <translation>Instanzen, höchstens</translation>
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
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Instances now</source>
        <translation>Instanzen jetzt</translation>
    </message>
    <message>
        <source>Collects</source>
        <translation>Sammelt</translation>
    </message>
    <message>
        <source>Waiting now (PeekNamedPipe)</source>
        <translation>Wartet jetzt (PeekNamedPipe)</translation>
    </message>
    <message>
        <source>Waiting now (FIONREAD, SIOCOUTQ)</source>
        <translation>Wartet jetzt (FIONREAD, SIOCOUTQ)</translation>
    </message>
    <message>
        <source>To be read here</source>
        <translation>Hier zu lesen</translation>
    </message>
    <message>
        <source>Left of the first message</source>
        <translation>Rest der ersten Nachricht</translation>
    </message>
    <message>
        <source>Not read by the other end</source>
        <translation>Vom anderen Ende nicht gelesen</translation>
    </message>
</context>
<context>
    <name>pipescope::PipesModel</name>
    <message>
        <source>%1, gone</source>
        <translation>%1, verschwunden</translation>
    </message>
    <message>
        <source>Instances there are now, taken or free</source>
        <translation>Instanzen, die es jetzt gibt, belegt oder frei</translation>
    </message>
    <message>
        <source>Clients that were accepted + that wait</source>
        <translation>Angenommene + wartende Clients</translation>
    </message>
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
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
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
        <source>Process not known: %1</source>
        <translation>Prozess nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Process %1: %2</source>
        <translation>Prozess %1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Clients that wait to be accepted: %1</source>
        <translation>Clients, die auf Annahme warten: %1</translation>
    </message>
    <message>
        <source>PipeScope cannot connect to a name like this.</source>
        <translation>Mit einem solchen Namen kann sich PipeScope nicht verbinden.</translation>
    </message>
    <message>
        <source>This system does not list its pipes</source>
        <translation>Dieses System listet seine Pipes nicht auf</translation>
    </message>
    <message>
        <source>Connect to a pipe by its name.</source>
        <translation>Verbinden Sie sich über den Namen der Pipe.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>No pipes</source>
        <translation>Keine Pipes</translation>
    </message>
    <message>
        <source>No program on this computer serves a pipe now.</source>
        <translation>Kein Programm auf diesem Computer stellt jetzt eine Pipe bereit.</translation>
    </message>
    <message>
        <source>No pipe matches</source>
        <translation>Keine Pipe passt</translation>
    </message>
    <message>
        <source>Of %1 pipes none has this in its name, path or program.</source>
        <translation>Keine der %1 Pipes hat das in Name, Pfad oder Programm.</translation>
    </message>
    <message>
        <source>Filter: orders, *.sock, node</source>
        <translation>Filter: orders, *.sock, node</translation>
    </message>
    <message>
        <source>A part of the name, path or program; with * and ? all of it.</source>
        <translation>Ein Teil von Name, Pfad oder Programm; mit * und ? das Ganze.</translation>
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
        <source>Let the list stand still</source>
        <translation>Die Liste stillstehen lassen</translation>
    </message>
    <message>
        <source>Pipes here</source>
        <translation>Pipes hier</translation>
    </message>
    <message>
        <source>Connect as client…</source>
        <translation>Als Client verbinden …</translation>
    </message>
    <message>
        <source>New server like this…</source>
        <translation>Neuer Server wie dieser …</translation>
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
        <source>Opens the dialog for a new client with this pipe filled in.</source>
        <translation>Öffnet den Dialog für einen neuen Client mit dieser Pipe.</translation>
    </message>
    <message>
        <source>Serve alike…</source>
        <translation>Nachbauen …</translation>
    </message>
    <message>
        <source>Opens the dialog for a new server with what the list knows of this one.</source>
        <translation>Öffnet den Dialog für einen neuen Server mit dem, was die Liste von diesem weiß.</translation>
    </message>
    <message>
        <source>Shows type, owner, permissions and server of this pipe.</source>
        <translation>Zeigt Typ, Besitzer, Berechtigungen und Server dieser Pipe.</translation>
    </message>
</context>
<context>
    <name>pipescope::PlaceController</name>
    <message>
        <source>No request for this row was found: it asks itself, or what is directly before it on its connection does not ask.</source>
        <translation>Zu dieser Zeile wurde keine Anfrage gefunden: Sie fragt selbst, oder was auf ihrer Verbindung direkt davor steht, fragt nicht.</translation>
    </message>
    <message>
        <source>No reply to this row was found: it asks nothing, or what is directly behind it on its connection does not answer.</source>
        <translation>Zu dieser Zeile wurde keine Antwort gefunden: sie fragt nichts, oder was auf ihrer Verbindung direkt danach kommt, antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>pipescope::PresetChoice</name>
    <message>
        <source>As %1 makes it.</source>
        <translation>Wie %1 ihn macht.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
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
</context>
<context>
    <name>pipescope::RowCommands</name>
    <message>
        <source>Select two messages first: click one, Ctrl+click the other</source>
        <translation>Erst zwei Nachrichten auswählen: eine anklicken, die andere mit Strg+Klick</translation>
    </message>
    <message>
        <source>Saved %1 to %2</source>
        <translation>%1 gespeichert in %2</translation>
    </message>
</context>
<context>
    <name>pipescope::RowMenu</name>
    <message>
        <source>Send again…</source>
        <translation>Erneut senden …</translation>
    </message>
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
        <source>Take the mark away</source>
        <translation>Markierung entfernen</translation>
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
        <source>Count time from the first row</source>
        <translation>Zeit ab der ersten Zeile zählen</translation>
    </message>
    <message>
        <source>Count time from here</source>
        <translation>Zeit ab hier zählen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Only this connection</source>
        <translation>Nur diese Verbindung</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Time since the first row</source>
        <translation>Zeit seit der ersten Zeile</translation>
    </message>
    <message>
        <source>Time since the row above</source>
        <translation>Zeit seit der Zeile darüber</translation>
    </message>
</context>
<context>
    <name>pipescope::SecurityCheckDialog</name>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Who may connect is said by the permissions of the socket and its folder.</source>
        <translation>Wer sich verbinden darf, sagen die Rechte des Sockets und seines Ordners.</translation>
    </message>
    <message>
        <source>mode %1, owner %2; folder: mode %3, owner %4</source>
        <translation>Modus %1, Besitzer %2; Ordner: Modus %3, Besitzer %4</translation>
    </message>
    <message>
        <source>The pipe was opened once for this with the least access: its server has seen a client come and leave.</source>
        <translation>Die Pipe wurde dafür einmal mit dem geringsten Zugriff geöffnet: Ihr Server hat einen Client kommen und gehen sehen.</translation>
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
</context>
<context>
    <name>pipescope::SecurityEditor</name>
    <message>
        <source>The text is right.</source>
        <translation>Der Text ist richtig.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Safe default</source>
        <translation>Sicherer Standard</translation>
    </message>
    <message>
        <source>Current user</source>
        <translation>Dieser Benutzer</translation>
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
        <translation>Lokal angemeldet</translation>
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
        <source>Owner rights (OW) stand for whoever starts the server.</source>
        <translation>Besitzerrechte (OW) stehen für den, der den Server startet.</translation>
    </message>
    <message>
        <source>Security descriptor</source>
        <translation>Sicherheitsbeschreibung</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>these entries</source>
        <translation>diese Einträge</translation>
    </message>
    <message>
        <source>NULL: everybody, everything</source>
        <translation>NULL: jeder, alles</translation>
    </message>
    <message>
        <source>none: the system&apos;s default</source>
        <translation>keine: Vorgabe des Systems</translation>
    </message>
    <message>
        <source>&amp;Integrity label</source>
        <translation>&amp;Integrität</translation>
    </message>
    <message>
        <source>none (medium counts)</source>
        <translation>keine (mittel gilt)</translation>
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
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Eintrag nach oben</translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Eintrag nach unten</translation>
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
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pipescope::SelectionController</name>
    <message>
        <source>Only the first %1 of %2 selected rows were copied: the clipboard takes %3 rows and %4 of payload at most. Export the session to get all of it.</source>
        <translation>Nur die ersten %1 von %2 gewählten Zeilen wurden kopiert: die Zwischenablage nimmt höchstens %3 Zeilen und %4 Inhalt. Alles gibt der Export der Sitzung.</translation>
    </message>
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
        <translation>Inhalt speichern …</translation>
    </message>
    <message>
        <source>Compare two messages…</source>
        <translation>Zwei Nachrichten vergleichen …</translation>
    </message>
</context>
<context>
    <name>pipescope::SendCommands</name>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>The message could not be read</source>
        <translation>Die Nachricht konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Replace the text that is not sent yet?</source>
        <translation>Den noch nicht gesendeten Text ersetzen?</translation>
    </message>
    <message>
        <source>The message from the log takes its place. The text stays in the history: ↑ brings it back.</source>
        <translation>Die Nachricht aus dem Protokoll tritt an seine Stelle. Der Text bleibt im Verlauf: ↑ holt ihn zurück.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionBars</name>
    <message>
        <source>Viewing a session that was interrupted</source>
        <translation>Ansicht einer unterbrochenen Sitzung</translation>
    </message>
    <message>
        <source>Viewing %1</source>
        <translation>Ansicht von %1</translation>
    </message>
    <message>
        <source>The file is damaged: %1 rows could be read, in %2 of %3.</source>
        <translation>Die Datei ist beschädigt: %1 Zeilen waren lesbar, in %2 von %3.</translation>
    </message>
    <message>
        <source>Opening was stopped: %1 rows were read, from %2 of %3.</source>
        <translation>Das Öffnen wurde angehalten: %1 Zeilen wurden gelesen, aus %2 von %3.</translation>
    </message>
    <message>
        <source>Marks and comments that could not be kept, because their rows are missing or there are too many: %1.</source>
        <translation>Markierungen und Kommentare, die nicht übernommen werden konnten, weil ihre Zeilen fehlen oder es zu viele sind: %1.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zur laufenden Sitzung</translation>
    </message>
    <message>
        <source>A session was interrupted</source>
        <translation>Eine Sitzung wurde unterbrochen</translation>
    </message>
    <message>
        <source>PipeScope ended unexpectedly on %1. What it had recorded is still here: %2.</source>
        <translation>PipeScope wurde am %1 unerwartet beendet. Was es aufgezeichnet hatte, ist noch da: %2.</translation>
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
        <source>The recording is deleted. This cannot be undone.</source>
        <translation>Die Aufzeichnung wird gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Discard the session</source>
        <translation>Sitzung verwerfen</translation>
    </message>
    <message>
        <source>Discard the session that was interrupted on %1?</source>
        <translation>Die am %1 unterbrochene Sitzung verwerfen?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
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
        <source>Open a session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Sessions (*.pcapng);;All files (*)</source>
        <translation>Sitzungen (*.pcapng);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
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
        <source>The marks and comments of %1 are not saved.</source>
        <translation>Die Markierungen und Kommentare von %1 sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save them?</source>
        <translation>Speichern?</translation>
    </message>
    <message>
        <source>This session has messages, marks or comments that are not in a file.</source>
        <translation>Diese Sitzung hat Nachrichten, Markierungen oder Kommentare, die in keiner Datei sind.</translation>
    </message>
    <message>
        <source>Save it before it ends?</source>
        <translation>Vor dem Ende speichern?</translation>
    </message>
    <message>
        <source>Unsaved session</source>
        <translation>Nicht gespeicherte Sitzung</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionController</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved</source>
        <translation>%1 konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>A new session could not be started</source>
        <translation>Eine neue Sitzung konnte nicht begonnen werden</translation>
    </message>
</context>
<context>
    <name>pipescope::SessionDisplay</name>
    <message>
        <source>Everything is recorded from the first message on. Save it to a file (%1)</source>
        <translation>Alles wird von der ersten Nachricht an aufgezeichnet. In eine Datei speichern (%1)</translation>
    </message>
    <message>
        <source>viewing %1</source>
        <translation>Ansicht von %1</translation>
    </message>
    <message>
        <source>recording is paused: %1</source>
        <translation>Aufzeichnung angehalten: %1</translation>
    </message>
    <message>
        <source>recording, %1</source>
        <translation>Aufzeichnung läuft, %1</translation>
    </message>
    <message>
        <source>Not saved yet. Journal: %1</source>
        <translation>Noch nicht gespeichert. Journal: %1</translation>
    </message>
    <message>
        <source>recording, %1; all in %2</source>
        <translation>Aufzeichnung läuft, %1; alles in %2</translation>
    </message>
    <message>
        <source>Saved: %1
What comes goes to the journal until you save again: %2</source>
        <translation>Gespeichert: %1
Was kommt, geht bis zum nächsten Speichern ins Journal: %2</translation>
    </message>
    <message>
        <source>recording, %1; %2 ends at row %3</source>
        <translation>Aufzeichnung läuft, %1; %2 endet bei Zeile %3</translation>
    </message>
    <message>
        <source>Saved: %1
Later rows are in the journal until you save again: %2</source>
        <translation>Gespeichert: %1
Spätere Zeilen sind bis zum nächsten Speichern im Journal: %2</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
</context>
<context>
    <name>pipescope::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
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
            <numerusform>%L verloren</numerusform>
            <numerusform>%L verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages that could not be kept</source>
        <translation>Nachrichten, die nicht behalten werden konnten</translation>
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
        <source>From the first to the last selected row</source>
        <translation>Von der ersten bis zur letzten ausgewählten Zeile</translation>
    </message>
</context>
<context>
    <name>pipescope::TargetChooser</name>
    <message>
        <source>Nothing to send to yet: start a server or a client.</source>
        <translation>Noch kein Ziel: einen Server oder Client starten.</translation>
    </message>
    <message>
        <source>Nobody is connected to %1 yet.</source>
        <translation>Mit %1 ist noch niemand verbunden.</translation>
    </message>
    <message>
        <source>%1 is not connected: %2.</source>
        <translation>%1 ist nicht verbunden: %2.</translation>
    </message>
    <message>
        <source>This server only receives: its direction is client to server.</source>
        <translation>Dieser Server empfängt nur: seine Richtung ist Client zum Server.</translation>
    </message>
    <message>
        <source>This client only reads: it was opened without writing.</source>
        <translation>Dieser Client liest nur: er wurde ohne Schreiben geöffnet.</translation>
    </message>
    <message>
        <source>nothing to send to yet</source>
        <translation>noch kein Ziel</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>This target is gone: choose another one.</source>
        <translation>Dieses Ziel gibt es nicht mehr: ein anderes wählen.</translation>
    </message>
    <message>
        <source>%1 is stopped. Choose another target.</source>
        <translation>%1 ist beendet. Ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>%1 is disconnected. Choose another target.</source>
        <translation>%1 ist getrennt. Ein anderes Ziel wählen.</translation>
    </message>
</context>
<context>
    <name>pipescope::TargetModel</name>
    <message>
        <source>nobody is connected</source>
        <translation>niemand ist verbunden</translation>
    </message>
    <message>
        <source>this server only receives</source>
        <translation>dieser Server empfängt nur</translation>
    </message>
    <message>
        <source>this client only reads</source>
        <translation>dieser Client liest nur</translation>
    </message>
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
</context>
<context>
    <name>pipescope::TextPage</name>
    <message>
        <source>the first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>very long lines are broken for showing</source>
        <translation>sehr lange Zeilen sind zum Zeigen umbrochen</translation>
    </message>
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
        <source>How the bytes are read as text</source>
        <translation>Wie die Bytes als Text gelesen werden</translation>
    </message>
    <message>
        <source>Decoded text</source>
        <translation>Dekodierter Text</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
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
        <source>&lt;h3&gt;PipeScope %1&lt;/h3&gt;&lt;p&gt;Serve, connect to and watch named pipes.&lt;/p&gt;&lt;p&gt;It sees what passes through it, as server or client; traffic between two other programs it cannot see.&lt;/p&gt;&lt;p&gt;Free software under the MIT licence. Made with Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;PipeScope %1&lt;/h3&gt;&lt;p&gt;Named Pipes bereitstellen, verbinden und beobachten.&lt;/p&gt;&lt;p&gt;Es sieht, was durch es hindurchgeht, als Server oder Client; den Verkehr zwischen zwei anderen Programmen sieht es nicht.&lt;/p&gt;&lt;p&gt;Freie Software unter der MIT-Lizenz. Erstellt mit Qt %2.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>pipescope::WaitEdit</name>
    <message>
        <source>How long, at most</source>
        <translation>Wie lange höchstens</translation>
    </message>
    <message>
        <source>It tries once: there is no time to wait.</source>
        <translation>Es wird einmal versucht: es gibt keine Wartezeit.</translation>
    </message>
    <message>
        <source>the server&apos;s default</source>
        <translation>wie der Server sagt</translation>
    </message>
    <message>
        <source>try once</source>
        <translation>einmal versuchen</translation>
    </message>
    <message>
        <source>keep trying</source>
        <translation>weiter versuchen</translation>
    </message>
    <message>
        <source>WaitNamedPipe</source>
        <translation>WaitNamedPipe</translation>
    </message>
    <message>
        <source>fail at once</source>
        <translation>sofort scheitern</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Wartezeit</translation>
    </message>
</context>
<context>
    <name>pipescope::WindowMenus</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
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
        <source>&amp;Traffic</source>
        <translation>&amp;Verkehr</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>&amp;Kopieren als</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>&amp;Zeit</translation>
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
        <source>Show or hide this part of the window</source>
        <translation>Diesen Teil des Fensters ein- oder ausblenden</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Noch keine Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>&amp;Gracefully: send what is queued first</source>
        <translation>&amp;Sanft: erst senden, was wartet</translation>
    </message>
    <message>
        <source>&amp;Abort: now, what is queued is lost</source>
        <translation>&amp;Abbrechen: sofort, was wartet, geht verloren</translation>
    </message>
    <message>
        <source>More: see the list of endpoints</source>
        <translation>Weitere: siehe Liste der Endpunkte</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>Niemand ist verbunden</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
</context>
<context>
    <name>pipescope::WindowsClientForm</name>
    <message>
        <source>An anonymous client shows nothing of its identity.</source>
        <translation>Ein anonymer Client zeigt nichts von seiner Identität.</translation>
    </message>
    <message>
        <source>Only for pipes of other computers: \\server\pipe\name.</source>
        <translation>Nur für Pipes anderer Computer: \\server\pipe\name.</translation>
    </message>
    <message>
        <source>not see who you are (anonymous)</source>
        <translation>nicht sehen, wer Sie sind (anonym)</translation>
    </message>
    <message>
        <source>see who you are (identification)</source>
        <translation>sehen, wer Sie sind (Identifikation)</translation>
    </message>
    <message>
        <source>act as you here (impersonation)</source>
        <translation>hier als Sie handeln (Identitätswechsel)</translation>
    </message>
    <message>
        <source>act as you everywhere (delegation)</source>
        <translation>überall als Sie handeln (Delegierung)</translation>
    </message>
</context>
<context>
    <name>pipescope::WindowsServerForm</name>
    <message>
        <source>A byte pipe has no messages: it is read as bytes.</source>
        <translation>Eine Byte-Pipe hat keine Nachrichten: sie wird als Bytes gelesen.</translation>
    </message>
    <message>
        <source>Only byte pipes write through.</source>
        <translation>Nur Byte-Pipes schreiben durch.</translation>
    </message>
    <message>
        <source>Only for clients on other computers, which are rejected (see &quot;Who may connect&quot;).</source>
        <translation>Nur für Clients auf anderen Computern, und die werden abgewiesen (siehe „Wer sich verbinden darf“).</translation>
    </message>
    <message>
        <source>message by message</source>
        <translation>Nachricht für Nachricht</translation>
    </message>
    <message>
        <source>as a stream of bytes</source>
        <translation>als Strom von Bytes</translation>
    </message>
    <message>
        <source>&amp;Security (SDDL)</source>
        <translation>&amp;Sicherheit (SDDL)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Write it as a table of accounts and rights</source>
        <translation>Als Tabelle von Konten und Rechten schreiben</translation>
    </message>
    <message>
        <source>Read mo&amp;de</source>
        <translation>L&amp;esemodus</translation>
    </message>
</context>
</TS>
