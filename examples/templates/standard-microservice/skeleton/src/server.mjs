import { createServer } from 'node:http';

const port = Number(process.env.PORT ?? 8080);

createServer((request, response) => {
  const known = request.url === '/' || request.url === '/healthz';
  response.writeHead(known ? 200 : 404, { 'content-type': 'text/plain' });
  response.end(known ? '${{ values.name }}\n' : 'not found\n');
}).listen(port, () => console.log(`listening on ${port}`));
