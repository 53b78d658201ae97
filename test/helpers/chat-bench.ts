import { chatClient, chatRequest, stillClock } from './chat-request.ts';
import { type Act, type ChatServer, inTurn, type Script, startChatServer } from './chat-server.ts';

/** Servers of one test file; `closeAll` belongs after each test. */
export function chatBench() {
  const servers: ChatServer[] = [];
  const serve = async (script: Script): Promise<ChatServer> => {
    const server = await startChatServer(script);
    servers.push(server);
    return server;
  };
  return {
    serve,
    /** Puts one question to a server that acts in turn: the reply, how often it was asked, and how long the client waited each time. */
    askOnce: async (...acts: readonly Act[]) => {
      const server = await serve(inTurn(...acts));
      const clock = stillClock();
      const reply = await chatClient(server.baseUrl, { clock }).ask(chatRequest());
      return { reply, asked: server.asked.length, slept: clock.slept };
    },
    closeAll: async () => {
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
}
