import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { plainConsole } from "../../../src/console.ts";
import { openKeyboard } from "../../../src/keyboard.ts";
import { readCommandLine } from "../../../src/read-command-line.ts";
import { runCommand } from "../../../src/run-command.ts";
import { openWrangler } from "../../../src/wrangler.ts";
import { openInternet } from "./fake-internet.ts";
import { answerWrangler } from "./fake-wrangler.ts";
import { accountSid, authToken, Databases, type FaultOf, mainNumber, newWorld, type World } from "./world.ts";

/** One owner's machine, and the world that its commands change. */
export class Stage {
	readonly world: World;
	readonly databases = new Databases();
	readonly folder = mkdtempSync(join(tmpdir(), "cloudpbx-installations-"));
	readonly lines: string[] = [];
	faultOf: FaultOf = () => null;
	code = "1";
	waits = 0;
	environment: Record<string, string | undefined> = {
		TWILIO_ACCOUNT_SID: accountSid,
		TWILIO_AUTH_TOKEN: authToken,
		TWILIO_TOLL_FREE_NUMBER: mainNumber,
		COMPANY_NAME: "Acme",
	};

	constructor(changes: Partial<World> = {}) {
		this.world = newWorld(changes);
		onTestFinished(() => this.end());
	}

	async run(...args: string[]): Promise<void> {
		this.lines.length = 0;
		const faultOf: FaultOf = (write, index) => this.faultOf(write, index);
		vi.stubGlobal("fetch", openInternet(this.world, this.databases, faultOf));
		try {
			await runCommand(readCommandLine(args), {
				environment: { ...this.environment, CLOUDPBX_INSTALLATIONS: this.folder },
				console: plainConsole((line) => this.lines.push(line)),
				keyboard: openKeyboard(false),
				wrangler: openWrangler(async (words) => answerWrangler(this.world, this.databases, faultOf, words)),
				build: async () => undefined,
				hashFolders: () => this.code,
				sleep: async () => {
					this.waits++;
				},
			});
		} finally {
			vi.unstubAllGlobals();
		}
	}

	async fail(...args: string[]): Promise<string> {
		try {
			await this.run(...args);
		} catch (error) {
			const { message, todo } = error as Error & { todo?: string };
			return todo ? `${message} ${todo}` : message;
		}
		throw new Error(`${args.join(" ")} was to fail.`);
	}

	get output(): string {
		return this.lines.join("\n");
	}

	rows(sql: string): Record<string, unknown>[] {
		const [database] = this.world.databases;
		return database ? this.databases.rows(database.uuid, sql) : [];
	}

	installationFile(): string {
		return readFileSync(join(this.folder, "cloudpbx", "installation.json"), "utf8");
	}

	end(): void {
		this.databases.close();
		rmSync(this.folder, { recursive: true, force: true });
	}
}
