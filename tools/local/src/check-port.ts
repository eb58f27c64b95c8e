import { createServer } from "node:net";
import { StartError } from "./start-error.ts";

const lettingGoMilliseconds = 2000;
const pollMilliseconds = 50;

/** Refuses a port that is taken on either loopback address: a browser may try both. */
export async function checkPort(port: number): Promise<void> {
	const giveUpAt = Date.now() + lettingGoMilliseconds;
	for (const host of ["127.0.0.1", "::1"]) {
		let code = await tryListen(port, host);
		while (code === "EADDRINUSE" && Date.now() < giveUpAt) {
			await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
			code = await tryListen(port, host);
		}
		if (code === "EADDRINUSE") {
			throw new StartError(
				`Port ${port} is in use by another program: stop it, or choose another port with PORT=${port + 1} npm start.`,
			);
		}
		if (code === "EACCES")
			throw new StartError(`Port ${port} needs administrator rights: choose one above 1023.`);
	}
}

/** Finds a free port below the system's ephemeral range. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = 11_000 + Math.floor(Math.random() * 20_000);
		if ((await tryListen(port, "127.0.0.1")) === null) return port;
	}
}

/** Returns the system's error code; null: free. Without IPv6 `::1` is not busy. */
function tryListen(port: number, host: string): Promise<string | null> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
	});
}
