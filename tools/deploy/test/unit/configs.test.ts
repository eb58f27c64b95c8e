import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateConfig, type Installation } from "../../src/configs/generate-config.ts";
import { listResources } from "../../src/configs/list-resources.ts";
import { nameOf } from "../../src/configs/name-of.ts";
import { inBindingOrder, readServices } from "../../src/configs/read-services.ts";
import { writeConfig } from "../../src/configs/write-config.ts";

const services = readServices();

const installationOf = (
	addresses: Installation["facts"]["addresses"],
	zoneName: string | null,
): Installation => ({
	answers: {
		prefix: "acme-pbx",
		companyName: "Acme",
		companyGreeting: "",
		aiModel: "",
		numberCountry: "US",
		accessTeamDomain: "",
		accessAud: "",
		noticeEmailFrom: zoneName === null ? "" : `phone@${zoneName}`,
	},
	facts: {
		addresses,
		zoneName,
		databaseId: "00000000-0000-4000-8000-000000000000",
		namespaceIds: { ASSISTANT_MEMORY: "a".repeat(32) },
		fallbackUrl: "https://webhooks.twilio.com/v1/Accounts/AC/Flows/FW",
	},
});
const own = "https://phones.acme.co";
const hostOf = (role: string) => `https://acme-pbx-${role}.acme.workers.dev`;
const modes = {
	"a domain": installationOf({ voice: own, messaging: own, admin: own }, "acme.co"),
	"workers.dev": installationOf(
		{ voice: hostOf("voice"), messaging: hostOf("messaging"), admin: hostOf("admin") },
		null,
	),
};

it("gives everything of an installation its word", () => {
	expect(["cloudpbx", "cloudpbx-voice", "message-jobs"].map((name) => nameOf("acme", name))).toEqual([
		"acme",
		"acme-voice",
		"acme-message-jobs",
	]);
});

it("deploys each Worker after those that it calls, and refuses a circle", () => {
	const order = services.map(({ config }) => config.name);
	for (const { config } of services) {
		for (const { service } of config.services ?? []) {
			expect(order.indexOf(service)).toBeLessThan(order.indexOf(config.name));
		}
	}
	const [voice, messaging] = [services[1], services[0]];
	if (!voice || !messaging) throw new Error("two Workers");
	const circle = {
		...messaging,
		config: { ...messaging.config, services: [{ binding: "V", service: voice.config.name }] },
	};
	expect(() => inBindingOrder([voice, circle])).toThrow(/in a circle/);
});

it("takes resources from the configurations, dead letters included", () => {
	const { queues, buckets, namespaces, database } = listResources(services, "acme");
	expect(database).toBe("acme");
	expect(buckets).toEqual(["acme-media", "acme-voicemail"]);
	expect(namespaces).toEqual({ ASSISTANT_MEMORY: "acme-assistant-memory" });
	expect(queues).toHaveLength(10);
	for (const queue of queues.filter((name) => !name.endsWith("-dead")))
		expect(queues).toContain(`${queue}-dead`);
});

it("asks for processor time that only Workers Paid gives", () => {
	for (const { config } of services) expect(config).toMatchObject({ limits: { cpu_ms: expect.any(Number) } });
});

it("leaves no placeholder and no binding behind", () => {
	for (const service of services) {
		const config = generateConfig(service, modes["workers.dev"], join(repositoryRoot, ".installations", "x"));
		expect(JSON.stringify(config)).not.toMatch(/example\.com|"cloudpbx/);
		const bindings = (value: object) =>
			[...JSON.stringify(value).matchAll(/"binding":"(\w+)"/g)].map(([, name]) => name);
		expect(bindings(config)).toEqual(bindings(service.config));
	}
});

it("binds e-mail where there is an address to send from, and nowhere else", () => {
	const bound = (mode: keyof typeof modes) =>
		services
			.map((service) => [service.role, generateConfig(service, modes[mode], "x")] as const)
			.filter(([, config]) => "send_email" in config)
			.map(([role, config]) => [role, (config as { send_email: unknown }).send_email]);
	expect(bound("workers.dev")).toEqual([]);
	expect(bound("a domain")).toEqual([
		["messaging", [{ name: "EMAIL", allowed_sender_addresses: ["phone@acme.co"] }]],
	]);
});

const timeoutMilliseconds = 180_000;

describe.each(Object.entries(modes))("on %s", (mode, installation) => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "cloudpbx-configs-"));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	it(
		"passes wrangler deploy --dry-run with every Worker",
		async () => {
			const assets = join(folder, "dashboard");
			mkdirSync(assets);
			writeFileSync(join(assets, "index.html"), "<!doctype html>");
			const waiting = services.map((service) => {
				const own = join(folder, service.role);
				const config = generateConfig(service, installation, own) as { assets?: { directory: string } };
				const assetsOf = config.assets && { assets: { ...config.assets, directory: assets } };
				return { role: service.role, file: writeConfig(own, { ...config, ...assetsOf }) };
			});
			await Promise.all(
				[1, 2].map(async () => {
					for (let next = waiting.shift(); next; next = waiting.shift()) {
						const { exitCode, output } = await dryRun(next.file, join(folder, `${next.role}-out`));
						expect(output, next.role).toContain("--dry-run: exiting now.");
						expect(output, next.role).not.toMatch(/WARNING|unexpected field/i);
						expect(exitCode, next.role).toBe(0);
						const [bundle = ""] = readdirSync(join(folder, `${next.role}-out`)).filter((name) =>
							name.endsWith(".js"),
						);
						expect(readFileSync(join(folder, `${next.role}-out`, bundle), "utf8").length).toBeGreaterThan(
							1000,
						);
					}
				}),
			);
			expect(mode).not.toBe("");
		},
		timeoutMilliseconds,
	);
});

function dryRun(config: string, outdir: string): Promise<{ exitCode: number | null; output: string }> {
	const wrangler = join(repositoryRoot, "node_modules", ".bin", "wrangler");
	const child = spawn(wrangler, ["deploy", "--dry-run", "--config", config, "--outdir", outdir], {
		env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_SANITIZE: "true" },
		shell: process.platform === "win32",
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	return new Promise((resolve) => child.once("close", (exitCode) => resolve({ exitCode, output })));
}
