import { createServer } from "node:net";
import { StartError } from "./start-error.ts";

/** How long a mesh that was just killed may take to let go of its port. */
const lettingGoMilliseconds = 2000;
const pollMilliseconds = 50;

/** Refuses a port that another program has on either loopback address: a browser may try both. */
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

/** A port that nobody has at the moment, below those that the system itself gives to whoever asks for any. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = 11_000 + Math.floor(Math.random() * 20_000);
		if ((await tryListen(port, "127.0.0.1")) === null) return port;
	}
}

/** The system's error code, or null when the port is free. A machine without IPv6 has no `::1` to be busy. */
function tryListen(port: number, host: string): Promise<string | null> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
	});
}
