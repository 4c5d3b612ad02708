// A client of Node: sends COUNT messages to an echo in byte mode, and compares what comes back.
//   node node_client.js \\.\pipe\NAME COUNT
const net = require('net');

const [path, count] = [process.argv[2], Number(process.argv[3])];
const messages = [];
for (let i = 0; i < count; i++) {
    messages.push(Buffer.from(Array.from({ length: 1 + ((i * 37) % 3000) }, (_, j) => (i + j) & 255)));
}
const expected = Buffer.concat(messages);
let received = Buffer.alloc(0);

const pipe = net.connect(path, () => {
    console.log('connected');
    messages.forEach((message) => pipe.write(message));
});
pipe.on('data', (data) => {
    received = Buffer.concat([received, data]);
    if (received.length >= expected.length) {
        console.log(received.equals(expected) ? `exchanged ${count}` : 'differs');
        pipe.end();
    }
});
pipe.on('close', () => console.log('closed'));
pipe.on('error', (error) => {
    console.log(`error ${error.code}`);
    process.exitCode = 1;
});
