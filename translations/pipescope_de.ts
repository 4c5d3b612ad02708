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
        <source>The file is larger than can be shown; the rest is left out at offset %1</source>
        <translation>Die Datei ist größer, als gezeigt werden kann; ab Position %1 fehlt der Rest</translation>
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
        <translation>eine Byte-Pipe hat keine Nachrichten zu lesen: wählen Sie Nachrichten, oder lesen Sie Bytes</translation>
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
        <translation>Antwortgrenze ist %1: erlaubt sind %2 bis %3 Bytes</translation>
    </message>
    <message>
        <source>request is %1: %2 to %3 bytes are allowed</source>
        <translation>Anfrage ist %1: erlaubt sind %2 bis %3 Bytes</translation>
    </message>
    <message>
        <source>synchronous handles are Windows&apos; own: AF_UNIX sockets read and write side by side anyway</source>
        <translation>synchrone Handles hat nur Windows: AF_UNIX-Sockets lesen und schreiben ohnehin zugleich</translation>
    </message>
    <message>
        <source>AF_UNIX sockets have no security descriptor: choose the file mode</source>
        <translation>AF_UNIX-Sockets haben keine Sicherheitsbeschreibung: wählen Sie die Dateirechte</translation>
    </message>
    <message>
        <source>AF_UNIX sockets are read as they are written: the read mode is that of the type</source>
        <translation>AF_UNIX-Sockets werden gelesen, wie sie geschrieben werden: der Lesemodus ist der des Typs</translation>
    </message>
    <message>
        <source>AF_UNIX gives each client a socket of its own: there is no instance to reuse</source>
        <translation>AF_UNIX gibt jedem Client einen eigenen Socket: es gibt keine Instanz, die wiederverwendet werden könnte</translation>
    </message>
    <message>
        <source>WaitNamedPipe is Windows&apos; own: choose to keep trying</source>
        <translation>WaitNamedPipe hat nur Windows: wählen Sie weiter versuchen</translation>
    </message>
</context>
<context>
    <name>ErrorHint</name>
    <message>
        <source>Another server holds this name and allows no further instance; stop it, or take another name.</source>
        <translation>Ein anderer Server hat diesen Namen und lässt keine weitere Instanz zu; ihn beenden oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The permissions of the pipe or file, or the pipe&apos;s direction, do not allow this; check the user, and inbound, outbound and duplex.</source>
        <translation>Die Rechte der Pipe oder Datei oder die Richtung der Pipe lassen das nicht zu; Benutzer und Richtung (eingehend, ausgehend, duplex) prüfen.</translation>
    </message>
    <message>
        <source>The computer was not found on the network; check its name, or use . for this computer.</source>
        <translation>Der Computer wurde im Netz nicht gefunden; den Namen prüfen oder . für diesen Computer verwenden.</translation>
    </message>
    <message>
        <source>The network name is wrong; write it as \\server\pipe\name.</source>
        <translation>Der Netzwerkname ist falsch; er wird als \\Server\pipe\Name geschrieben.</translation>
    </message>
    <message>
        <source>The network connection to the other computer broke; connect again.</source>
        <translation>Die Netzwerkverbindung zum anderen Computer ist abgebrochen; erneut verbinden.</translation>
    </message>
    <message>
        <source>The server&apos;s pipe is of byte type and has no messages; connect in byte mode.</source>
        <translation>Die Pipe des Servers ist vom Typ Byte und kennt keine Nachrichten; im Byte-Modus verbinden.</translation>
    </message>
    <message>
        <source>The pipe is not in the state this needs, for example it goes the other way only; check its direction.</source>
        <translation>Die Pipe ist nicht im nötigen Zustand, etwa weil sie nur in die andere Richtung geht; die Richtung prüfen.</translation>
    </message>
    <message>
        <source>Windows asks for a privilege that this user does not hold; run the program as administrator.</source>
        <translation>Windows verlangt ein Recht, das dieser Benutzer nicht hat; das Programm als Administrator ausführen.</translation>
    </message>
    <message>
        <source>The other computer does not accept this user; check the user name and the password.</source>
        <translation>Der andere Computer lässt diesen Benutzer nicht zu; Benutzername und Passwort prüfen.</translation>
    </message>
    <message>
        <source>The client allows identification only; let it connect at impersonation level.</source>
        <translation>Der Client erlaubt nur die Identifizierung; er muss sich mit der Stufe „Impersonation“ verbinden.</translation>
    </message>
    <message>
        <source>A server can impersonate a client only after it has read from the pipe; read a message first.</source>
        <translation>Ein Server kann erst dann im Namen des Clients handeln, wenn er aus der Pipe gelesen hat; zuerst eine Nachricht lesen.</translation>
    </message>
    <message>
        <source>This program has too many files and sockets open; end some connections, or raise the limit (ulimit -n).</source>
        <translation>Dieses Programm hat zu viele Dateien und Sockets offen; einige Verbindungen beenden oder die Grenze anheben (ulimit -n).</translation>
    </message>
    <message>
        <source>The path is too long; use a shorter one.</source>
        <translation>Der Pfad ist zu lang; einen kürzeren verwenden.</translation>
    </message>
    <message>
        <source>A message must fit into the socket&apos;s send buffer; raise the buffer size (and net.core.wmem_max), send less at once, or use byte mode.</source>
        <translation>Eine Nachricht muss in den Sendepuffer des Sockets passen; die Puffergröße (und net.core.wmem_max) anheben, weniger auf einmal senden oder den Byte-Modus verwenden.</translation>
    </message>
    <message>
        <source>One end is in message mode and the other in byte mode; set both to the same.</source>
        <translation>Ein Ende ist im Nachrichtenmodus, das andere im Byte-Modus; beide gleich einstellen.</translation>
    </message>
    <message>
        <source>The other program closed without reading all that was sent to it, or it was ended; see there.</source>
        <translation>Das andere Programm hat geschlossen, ohne alles Gesendete zu lesen, oder es wurde beendet; dort nachsehen.</translation>
    </message>
    <message>
        <source>The socket is there but no server listens on it; start the server.</source>
        <translation>Der Socket ist da, aber kein Server wartet dort; den Server starten.</translation>
    </message>
    <message>
        <source>The folder is not there; check the path.</source>
        <translation>Den Ordner gibt es nicht; den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Another program has the file open; close it there.</source>
        <translation>Ein anderes Programm hat die Datei geöffnet; sie dort schließen.</translation>
    </message>
    <message>
        <source>A file of this name is there already; choose another name, or remove it.</source>
        <translation>Eine Datei dieses Namens gibt es schon; einen anderen Namen wählen oder sie entfernen.</translation>
    </message>
    <message>
        <source>The file or its folder is not there; check the path.</source>
        <translation>Die Datei oder ihren Ordner gibt es nicht; den Pfad prüfen.</translation>
    </message>
    <message>
        <source>The permissions of the file or its folder do not allow this; choose another place, or change them.</source>
        <translation>Die Rechte der Datei oder ihres Ordners lassen das nicht zu; einen anderen Ort wählen oder die Rechte ändern.</translation>
    </message>
    <message>
        <source>This disk can only be read; choose another place.</source>
        <translation>Dieser Datenträger ist schreibgeschützt; einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>A value is not allowed; correct what is named here.</source>
        <translation>Ein Wert ist nicht zulässig; das hier Genannte berichtigen.</translation>
    </message>
    <message>
        <source>Nothing of that name is there; check the spelling, and that the other program has started.</source>
        <translation>Unter diesem Namen gibt es nichts; die Schreibweise prüfen und ob das andere Programm gestartet ist.</translation>
    </message>
    <message>
        <source>All instances of the pipe are taken; wait longer, or let the server have more instances.</source>
        <translation>Alle Instanzen der Pipe sind belegt; länger warten oder dem Server mehr Instanzen geben.</translation>
    </message>
    <message>
        <source>It did not happen in the time given; check that the other program runs and answers, or allow more time.</source>
        <translation>Es geschah nicht in der gegebenen Zeit; prüfen, ob das andere Programm läuft und antwortet, oder mehr Zeit geben.</translation>
    </message>
    <message>
        <source>It was taken back from this side; start it again if it is still wanted.</source>
        <translation>Es wurde von dieser Seite zurückgenommen; bei Bedarf neu beginnen.</translation>
    </message>
    <message>
        <source>The permissions or the direction do not allow it; check the user of both programs, and inbound, outbound and duplex.</source>
        <translation>Die Rechte oder die Richtung lassen es nicht zu; die Benutzer beider Programme und die Richtung (eingehend, ausgehend, duplex) prüfen.</translation>
    </message>
    <message>
        <source>Another server holds this name; stop it, or take another name.</source>
        <translation>Ein anderer Server hat diesen Namen; ihn beenden oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The pipe may have no further instance; raise the limit where the first server of this name sets it.</source>
        <translation>Die Pipe darf keine weitere Instanz haben; die Grenze dort anheben, wo der erste Server dieses Namens sie setzt.</translation>
    </message>
    <message>
        <source>Too much waits to be sent because the other end reads slowly; wait until it has caught up, then send again.</source>
        <translation>Zu viel wartet auf das Senden, weil das andere Ende langsam liest; warten, bis es aufgeholt hat, dann erneut senden.</translation>
    </message>
    <message>
        <source>The system does not carry a message of this size; send less at once, raise the buffer size, or use byte mode.</source>
        <translation>Das System überträgt keine Nachricht dieser Größe; weniger auf einmal senden, die Puffergröße anheben oder den Byte-Modus verwenden.</translation>
    </message>
    <message>
        <source>The other end closed the pipe or its program ended; connect again when it is back.</source>
        <translation>Das andere Ende hat die Pipe geschlossen oder sein Programm ist beendet; erneut verbinden, wenn es wieder da ist.</translation>
    </message>
    <message>
        <source>A client connected and left again before it was accepted; the server goes on listening.</source>
        <translation>Ein Client kam und ging wieder, bevor er angenommen wurde; der Server wartet weiter.</translation>
    </message>
    <message>
        <source>One end uses messages and the other bytes; set both to the same mode.</source>
        <translation>Ein Ende verwendet Nachrichten, das andere Bytes; beide auf denselben Modus stellen.</translation>
    </message>
    <message>
        <source>This system has no such thing; do it another way or on another system.</source>
        <translation>Dieses System kennt das nicht; es anders oder auf einem anderen System tun.</translation>
    </message>
    <message>
        <source>The connection is not there any more, or nobody is connected yet; choose another one.</source>
        <translation>Die Verbindung gibt es nicht mehr, oder es ist noch niemand verbunden; eine andere wählen.</translation>
    </message>
    <message>
        <source>The program is ending and takes nothing new.</source>
        <translation>Das Programm wird beendet und nimmt nichts Neues an.</translation>
    </message>
    <message>
        <source>Memory, handles or disk space are used up; close something, or free some space.</source>
        <translation>Speicher, Handles oder Plattenplatz sind aufgebraucht; etwas schließen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>The file is damaged or of another kind; what comes before the damage can still be read.</source>
        <translation>Die Datei ist beschädigt oder von anderer Art; was vor dem Schaden liegt, ist noch lesbar.</translation>
    </message>
    <message>
        <source>The system refused; look up the code and the call in its documentation.</source>
        <translation>Das System hat abgelehnt; Code und Aufruf in dessen Dokumentation nachschlagen.</translation>
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
</context>
<context>
    <name>IoChoice</name>
    <message>
        <source>overlapped</source>
        <translation>überlappt</translation>
    </message>
    <message>
        <source>synchronous, on threads</source>
        <translation>synchron, auf Threads</translation>
    </message>
    <message>
        <source>I/O m&amp;odel</source>
        <translation>E/A-M&amp;odell</translation>
    </message>
    <message>
        <source>Overlapped: reads and writes go on side by side. Synchronous: one after the other</source>
        <translation>Überlappt: Lesen und Schreiben laufen nebeneinander. Synchron: eines nach dem anderen</translation>
    </message>
    <message>
        <source>One operation at a time: what is sent waits until the pending read has got something.</source>
        <translation>Ein Vorgang zur Zeit: was gesendet wird, wartet, bis das laufende Lesen etwas bekommen hat.</translation>
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
        <source>reading goes on</source>
        <translation>Lesen geht weiter</translation>
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
        <source>&amp;Export as text…</source>
        <translation>Als &amp;Text exportieren …</translation>
    </message>
    <message>
        <source>Write the session as readable text</source>
        <translation>Die Sitzung als lesbaren Text schreiben</translation>
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
        <source>Call &amp;once…</source>
        <translation>&amp;Einmal aufrufen…</translation>
    </message>
    <message>
        <source>Send one message and take one reply (CallNamedPipe)</source>
        <translation>Eine Nachricht senden und eine Antwort nehmen (CallNamedPipe)</translation>
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
        <source>&amp;Wait for it</source>
        <translation>&amp;Warten</translation>
    </message>
    <message>
        <source>How long to wait for a free instance; the reply has no limit</source>
        <translation>Wie lange auf eine freie Instanz gewartet wird; für die Antwort gibt es keine Grenze</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
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
        <source>The rest of a longer reply is lost</source>
        <translation>Der Rest einer längeren Antwort ist verloren</translation>
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
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
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
        <source>Not taken, character %1 cannot be read: %2</source>
        <translation>Nicht übernommen, Zeichen %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>A line this long is shown as hex: the same bytes.</source>
        <translation>Eine so lange Zeile wird als Hex gezeigt: dieselben Bytes.</translation>
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
    <name>pipescope::ConnectionOptionsForm</name>
    <message>
        <source>&amp;Read size</source>
        <translation>&amp;Lesegröße</translation>
    </message>
    <message>
        <source>A longer message is read in parts and shown as one.</source>
        <translation>Eine längere Nachricht wird in Teilen gelesen und als eine gezeigt.</translation>
    </message>
    <message>
        <source>Write &amp;queue</source>
        <translation>&amp;Sendewarteschlange</translation>
    </message>
    <message>
        <source>Sends are refused while more than this waits to be written.</source>
        <translation>Senden wird abgelehnt, solange mehr als das auf das Schreiben wartet.</translation>
    </message>
    <message>
        <source>Message &amp;limit</source>
        <translation>&amp;Nachrichtengrenze</translation>
    </message>
    <message>
        <source>A longer message is shown in parts of this size.</source>
        <translation>Eine längere Nachricht wird in Teilen dieser Größe gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Drain time</source>
        <translation>&amp;Auslaufzeit</translation>
    </message>
    <message>
        <source>How long a graceful disconnect waits for the other end to read.</source>
        <translation>Wie lange sanftes Trennen darauf wartet, dass das andere Ende liest.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>do not wait</source>
        <translation>nicht warten</translation>
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
        <source>Facts of the pipe…</source>
        <translation>Angaben zur Pipe…</translation>
    </message>
    <message>
        <source>Read as messages</source>
        <translation>Als Nachrichten lesen</translation>
    </message>
    <message>
        <source>Read as bytes</source>
        <translation>Als Bytes lesen</translation>
    </message>
</context>
<context>
    <name>pipescope::FindBar</name>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>What is typed: text, or bytes in hex</source>
        <translation>Was eingegeben wird: Text oder Bytes in Hex</translation>
    </message>
    <message>
        <source>Find text or hex</source>
        <translation>Text oder Hex suchen</translation>
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
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <translation>Als Hex kopieren</translation>
    </message>
    <message>
        <source>Copy as hex dump</source>
        <translation>Als Hex-Dump kopieren</translation>
    </message>
    <message>
        <source>Copy as C array</source>
        <translation>Als C-Array kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
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
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>pipescope::LogView</name>
    <message>
        <source>Traffic log</source>
        <translation>Verkehrsprotokoll</translation>
    </message>
    <message>
        <source>B</source>
        <comment>bytes, after a number</comment>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>pipescope::MainWindow</name>
    <message>
        <source>Pipes cannot be served now</source>
        <translation>Pipes können jetzt nicht bedient werden</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>Saved %1 rows to %2</source>
        <translation>%1 Zeilen in %2 gespeichert</translation>
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
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Ending all pipes…</source>
        <translation>Alle Pipes werden beendet …</translation>
    </message>
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
        <source>The other end may have read none, some or all of the message.</source>
        <translation>Das andere Ende hat von der Nachricht vielleicht nichts, einen Teil oder alles gelesen.</translation>
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
        <source>Nobody is connected</source>
        <translation>Niemand ist verbunden</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>About PipeScope</source>
        <translation>Über PipeScope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;PipeScope %1&lt;/h3&gt;&lt;p&gt;Serve, connect to and watch named pipes.&lt;/p&gt;&lt;p&gt;It sees what passes through it, as server or client; traffic between two other programs it cannot see.&lt;/p&gt;&lt;p&gt;Free software under the MIT licence. Made with Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;PipeScope %1&lt;/h3&gt;&lt;p&gt;Named Pipes bereitstellen, verbinden und beobachten.&lt;/p&gt;&lt;p&gt;Es sieht, was durch es hindurchgeht, als Server oder Client; den Verkehr zwischen zwei anderen Programmen sieht es nicht.&lt;/p&gt;&lt;p&gt;Freie Software unter der MIT-Lizenz. Erstellt mit Qt %2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The demo could not be started</source>
        <translation>Die Demo konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>The message could not be read</source>
        <translation>Die Nachricht konnte nicht gelesen werden</translation>
    </message>
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
        <source>Session</source>
        <translation>Sitzung</translation>
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
        <source>Export as text</source>
        <translation>Als Text exportieren</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>Text (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Unsaved session</source>
        <translation>Nicht gespeicherte Sitzung</translation>
    </message>
    <message>
        <source>This session has messages that are not in a file.</source>
        <translation>Diese Sitzung hat Nachrichten, die in keiner Datei sind.</translation>
    </message>
    <message>
        <source>Save it before it ends?</source>
        <translation>Vor dem Ende speichern?</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
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
        <source>%1 is read message by message now</source>
        <translation>%1 wird jetzt Nachricht für Nachricht gelesen</translation>
    </message>
    <message>
        <source>%1 is read as a stream of bytes now</source>
        <translation>%1 wird jetzt als Bytestrom gelesen</translation>
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
        <source>B&amp;uffer</source>
        <translation>&amp;Puffer</translation>
    </message>
    <message>
        <source>as the system likes</source>
        <translation>wie das System mag</translation>
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
        <source>What waits to be read, at either end of this connection</source>
        <translation>Was darauf wartet, gelesen zu werden, an jedem Ende dieser Verbindung</translation>
    </message>
    <message>
        <source>Must suit the direction of the server&apos;s pipe</source>
        <translation>Muss zur Richtung der Pipe des Servers passen</translation>
    </message>
    <message>
        <source>How this end reads</source>
        <translation>Wie dieses Ende liest</translation>
    </message>
    <message>
        <source>What to do while the pipe is not there or busy</source>
        <translation>Was geschieht, solange die Pipe nicht da oder besetzt ist</translation>
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
        <source>&amp;Clients at once</source>
        <translation>&amp;Clients zugleich</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>&amp;Incoming buffer</source>
        <translation>&amp;Eingangspuffer</translation>
    </message>
    <message>
        <source>as the system likes</source>
        <translation>wie das System mag</translation>
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
        <source>O&amp;utgoing buffer</source>
        <translation>A&amp;usgangspuffer</translation>
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
    <message>
        <source>How the pipe carries data</source>
        <translation>Wie die Pipe Daten befördert</translation>
    </message>
    <message>
        <source>Which way data flows</source>
        <translation>In welche Richtung Daten fließen</translation>
    </message>
    <message>
        <source>How many instances of the pipe there may be</source>
        <translation>Wie viele Instanzen der Pipe es geben darf</translation>
    </message>
    <message>
        <source>What is sent waits here until the client reads it</source>
        <translation>Hier wartet, was gesendet wird, bis der Client es liest</translation>
    </message>
    <message>
        <source>What clients send waits here until it is read</source>
        <translation>Hier wartet, was Clients senden, bis es gelesen wird</translation>
    </message>
</context>
<context>
    <name>pipescope::PayloadField</name>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>pipescope::PipeDialog</name>
    <message>
        <source>The engine itself does it, without this window.</source>
        <translation>Die Engine tut es selbst, ohne dieses Fenster.</translation>
    </message>
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
        <source>This target is closed: choose another one.</source>
        <translation>Dieses Ziel ist geschlossen: ein anderes wählen.</translation>
    </message>
    <message>
        <source>nothing to send to yet</source>
        <translation>noch kein Ziel</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
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
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>all clients of %1 (%2)</source>
        <translation>alle Clients von %1 (%2)</translation>
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
    <name>pipescope::TrafficPanel</name>
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
    <message>
        <source>Only the first %1 of %2 selected rows were copied: the clipboard takes %3 rows and %4 of payload at most. Export the session to get all of it.</source>
        <translation>Nur die ersten %1 von %2 gewählten Zeilen wurden kopiert: die Zwischenablage nimmt höchstens %3 Zeilen und %4 Inhalt. Alles gibt der Export der Sitzung.</translation>
    </message>
    <message>
        <source>Paused · %1 new</source>
        <translation>Angehalten · %1 neu</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
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
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <translation>Als Hex kopieren</translation>
    </message>
    <message>
        <source>Copy as C array</source>
        <translation>Als C-Array kopieren</translation>
    </message>
    <message>
        <source>Copy with all columns</source>
        <translation>Mit allen Spalten kopieren</translation>
    </message>
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
    <message>
        <source>Show them again</source>
        <translation>Wieder zeigen</translation>
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
    <name>pipescope::UnixServerForm</name>
    <message>
        <source>&amp;File mode</source>
        <translation>&amp;Dateirechte</translation>
    </message>
    <message>
        <source>Octal. To connect takes the right to write.</source>
        <translation>Oktal. Zum Verbinden braucht es das Recht zu schreiben.</translation>
    </message>
    <message>
        <source>Permissions of the socket file</source>
        <translation>Rechte der Socket-Datei</translation>
    </message>
    <message>
        <source>Bac&amp;klog</source>
        <translation>Warteschlan&amp;ge</translation>
    </message>
    <message>
        <source>Clients that may wait to be accepted; the system may allow fewer</source>
        <translation>Clients, die darauf warten dürfen, angenommen zu werden; das System kann weniger erlauben</translation>
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
        <source>The server ma&amp;y</source>
        <translation>Der Server dar&amp;f</translation>
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
    <message>
        <source>Security quality of service</source>
        <translation>Dienstgüte der Sicherheit</translation>
    </message>
    <message>
        <source>Only groups and privileges that are switched o&amp;n</source>
        <translation>&amp;Nur eingeschaltete Gruppen und Rechte</translation>
    </message>
    <message>
        <source>The server cannot switch on what you have switched off</source>
        <translation>Der Server kann nicht einschalten, was Sie ausgeschaltet haben</translation>
    </message>
    <message>
        <source>&amp;Follow changes of the identity</source>
        <translation>Änderungen der Identität fol&amp;gen</translation>
    </message>
    <message>
        <source>The server sees the identity of each moment; otherwise that of the opening</source>
        <translation>Der Server sieht die Identität des Augenblicks; sonst die beim Öffnen</translation>
    </message>
    <message>
        <source>Share for &amp;reading</source>
        <translation>Zum &amp;Lesen freigeben</translation>
    </message>
    <message>
        <source>Handed on as asked: an instance of a pipe has one client in any case</source>
        <translation>Wird weitergegeben wie gewünscht: eine Instanz einer Pipe hat in jedem Fall nur einen Client</translation>
    </message>
    <message>
        <source>Share for wr&amp;iting</source>
        <translation>Zum Schr&amp;eiben freigeben</translation>
    </message>
    <message>
        <source>Write throu&amp;gh</source>
        <translation>D&amp;urchschreiben</translation>
    </message>
    <message>
        <source>A write completes when the data is at the other computer, not in a buffer here</source>
        <translation>Ein Schreiben ist fertig, wenn die Daten beim anderen Computer sind, nicht in einem Puffer hier</translation>
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
        <source>a new instance</source>
        <translation>eine neue Instanz</translation>
    </message>
    <message>
        <source>the same instance, disconnected</source>
        <translation>dieselbe Instanz, getrennt</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>50 ms, Windows&apos; own</source>
        <translation>50 ms, wie Windows</translation>
    </message>
    <message>
        <source>&amp;Security (SDDL)</source>
        <translation>&amp;Sicherheit (SDDL)</translation>
    </message>
    <message>
        <source>Empty: full access for you, Administrators and SYSTEM only.</source>
        <translation>Leer: voller Zugriff nur für Sie, Administratoren und SYSTEM.</translation>
    </message>
    <message>
        <source>The security descriptor of the pipe</source>
        <translation>Die Sicherheitsbeschreibung der Pipe</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Write it as a table of accounts and rights</source>
        <translation>Als Tabelle von Konten und Rechten schreiben</translation>
    </message>
    <message>
        <source>&amp;Reject clients on other computers</source>
        <translation>Clients auf anderen Compute&amp;rn abweisen</translation>
    </message>
    <message>
        <source>Only programs of this computer may connect</source>
        <translation>Nur Programme dieses Computers dürfen sich verbinden</translation>
    </message>
    <message>
        <source>Fail when the name is ser&amp;ved already</source>
        <translation>Scheitern, wenn der Name schon bedient wir&amp;d</translation>
    </message>
    <message>
        <source>Otherwise this server joins the other one, and clients come to either</source>
        <translation>Sonst tritt dieser Server zum anderen hinzu, und Clients kommen zu einem von beiden</translation>
    </message>
    <message>
        <source>Read mo&amp;de</source>
        <translation>L&amp;esemodus</translation>
    </message>
    <message>
        <source>How this end reads a message pipe</source>
        <translation>Wie dieses Ende eine Nachrichten-Pipe liest</translation>
    </message>
    <message>
        <source>Ne&amp;xt client gets</source>
        <translation>Nä&amp;chster Client bekommt</translation>
    </message>
    <message>
        <source>A new instance keeps what was sent readable; a disconnected one throws it away</source>
        <translation>Eine neue Instanz lässt lesbar, was gesendet wurde; eine getrennte wirft es weg</translation>
    </message>
    <message>
        <source>Default &amp;time-out</source>
        <translation>Wartezeit, S&amp;tandard</translation>
    </message>
    <message>
        <source>How long a client waits that calls WaitNamedPipe without a time of its own</source>
        <translation>Wie lange ein Client wartet, der WaitNamedPipe ohne eigene Zeit aufruft</translation>
    </message>
    <message>
        <source>&amp;Write through</source>
        <translation>D&amp;urchschreiben</translation>
    </message>
    <message>
        <source>A write to another computer completes when the data is there, not in a buffer here</source>
        <translation>Ein Schreiben zu einem anderen Computer ist fertig, wenn die Daten dort sind, nicht in einem Puffer hier</translation>
    </message>
</context>
</TS>
