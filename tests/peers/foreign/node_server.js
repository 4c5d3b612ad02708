// A server of Node: echoes to one client, and ends with it.
//   node node_server.js \\.\pipe\NAME
const net = require('net');

const server = net.createServer((pipe) => {
    console.log('connected');
    pipe.on('data', (data) => pipe.write(data));
    pipe.on('error', (error) => console.log(`error ${error.code}`));
    pipe.on('close', () => {
        console.log('closed');
        server.close();
    });
});
server.listen(process.argv[2], () => console.log('listening'));
