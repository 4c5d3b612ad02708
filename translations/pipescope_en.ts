<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
