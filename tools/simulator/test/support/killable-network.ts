import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { accountSid, authToken, NetworkClient, publicUrl } from "./network.ts";
import { waitFor } from "./wait-for.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A network in processes of its own, which can be killed and started again with the same state. */
export class KillableNetwork {
	readonly client: NetworkClient;
	readonly #port: number;
	readonly #folder = mkdtempSync(join(tmpdir(), "simulator-"));
	#process: ChildProcess | null = null;

	private constructor(port: number) {
		this.#port = port;
		this.client = new NetworkClient(`http://localhost:${port}`);
	}

	static async start(): Promise<KillableNetwork> {
		const network = new KillableNetwork(await freePort());
		await network.revive();
		return network;
	}

	async revive(): Promise<void> {
		const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
		const vars = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl };
		const args = ["dev", "--port", String(this.#port), "--inspector-port", "0", "--persist-to", this.#folder];
		for (const [name, value] of Object.entries(vars)) args.push("--var", `${name}:${value}`);
		this.#process = spawn(process.execPath, [wrangler, ...args], {
			cwd: root,
			stdio: "ignore",
			detached: true,
			env: { ...process.env, WRANGLER_SEND_METRICS: "false", DO_NOT_TRACK: "1" },
		});
		await waitFor(
			() => this.client.request("GET", "/account").catch(() => null),
			(response) => response?.ok === true,
		);
	}

	async kill(): Promise<void> {
		const { pid } = this.#process ?? {};
		if (!pid) return;
		process.kill(-pid, "SIGKILL");
		this.#process = null;
		await waitFor(
			() => this.client.request("GET", "/account").catch(() => null),
			(response) => response === null,
		);
	}

	async remove(): Promise<void> {
		await this.kill();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

/** Below the system's ephemeral ports, so that no process takes it while the network is dead. */
async function freePort(): Promise<number> {
	for (;;) {
		const port = 11_000 + Math.floor(Math.random() * 20_000);
		if (await canListen(port)) return port;
	}
}

function canListen(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", () => resolve(false));
		server.listen(port, () => server.close(() => resolve(true)));
	});
}
