<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>pipescope::EffectiveRights</name>
    <message numerus="yes">
        <source>Decided by entry %1.</source>
        <translation>
            <numerusform>Decided by entry %1.</numerusform>
            <numerusform>Decided by entries %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipescope::FindingsPanel</name>
    <message numerus="yes">
        <source>&amp;Security check: %n finding(s)</source>
        <translation>
            <numerusform>&amp;Security check: %n finding</numerusform>
            <numerusform>&amp;Security check: %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipescope::StatusLine</name>
    <message numerus="yes">
        <source>%L endpoints</source>
        <translation>
            <numerusform>%L endpoint</numerusform>
            <numerusform>%L endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L connections</source>
        <translation>
            <numerusform>%L connection</numerusform>
            <numerusform>%L connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L messages</source>
        <translation>
            <numerusform>%L message</numerusform>
            <numerusform>%L messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L dropped</source>
        <translation>
            <numerusform>%L dropped</numerusform>
            <numerusform>%L dropped</numerusform>
        </translation>
    </message>
</context>
</TS>
