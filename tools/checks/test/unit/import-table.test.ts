import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

/** The rows of docs/architecture.md, "Rooms and who may import whom", one file in each folder. */
const rooms: { folder: string; allowed: string[]; refused: string[] }[] = [
	{
		folder: "packages/contracts/src/api",
		allowed: ["zod", "../errors.ts"],
		refused: ["@cloudpbx/domain/phone-number", "hono", "node:crypto", "../../../kit/src/log.ts"],
	},
	{
		folder: "packages/domain/src/numbering",
		allowed: [
			"@cloudpbx/contracts/extensions/numbers",
			"libphonenumber-js/min",
			"papaparse",
			"../phone-number.ts",
		],
		refused: ["@cloudpbx/db/open-db", "zod", "cloudflare:workers", "../../../contracts/src/numbers.ts"],
	},
	{
		folder: "packages/db/src",
		allowed: ["@cloudpbx/contracts/calls/calls", "drizzle-orm/sqlite-core", "./schema/voice.ts"],
		refused: ["@cloudpbx/domain/phone-number", "hono", "../../contracts/src/calls.ts"],
	},
	{
		folder: "packages/twilio/src/rest",
		allowed: ["@cloudpbx/domain/call-step", "twilio/lib/rest/api/V2010.js", "zod", "../message-statuses.ts"],
		refused: ["@cloudpbx/kit/log", "@cloudpbx/db/open-db", "drizzle-orm", "../../../kit/src/log.ts"],
	},
	{
		folder: "packages/assistant/src/receptionist",
		allowed: ["@cloudpbx/domain/directory/directory-entry", "zod", "../timers.ts"],
		refused: ["@cloudpbx/twilio/voice-webhooks", "twilio", "../../../domain/src/phone-number.ts"],
	},
	{
		folder: "packages/kit/src",
		allowed: ["@cloudpbx/contracts/errors", "hono", "./log.ts"],
		refused: [
			"@cloudpbx/db/open-db",
			"zod",
			"../../db/src/open-db.ts",
			"../../../services/voice/src/http.ts",
		],
	},
	{
		folder: "services/voice/src/domain",
		allowed: ["@cloudpbx/contracts/calls/calls", "@cloudpbx/domain/call-step", "zod", "./call/call-paths.ts"],
		refused: [
			"@cloudpbx/db/open-db",
			"@cloudpbx/service-admin/http",
			"../history/store-call.ts",
			"../http.ts",
			"../../../admin/src/http.ts",
			"../../../../packages/db/src/open-db.ts",
			"libphonenumber-js",
			"cloudflare:workers",
		],
	},
	{
		folder: "services/voice/src/domain/ringing",
		allowed: [
			"@cloudpbx/domain/call-step",
			"../office/office.ts",
			"../call/call-paths.ts",
			"./plan-ringing.ts",
		],
		refused: ["@cloudpbx/db/open-db", "drizzle-orm", "../../history/store-call.ts", "../../http.ts"],
	},
	{
		folder: "services/voice/src/ringing",
		allowed: ["@cloudpbx/db/open-db", "drizzle-orm", "../domain/ringing/after-ringing.ts", "../context.ts"],
		refused: ["hono", "../ivr/door.ts", "../http.ts", "../../../admin/src/http.ts"],
	},
	{
		folder: "services/messaging/src/sweep",
		allowed: [
			"@cloudpbx/twilio/rest/messages",
			"drizzle-orm",
			"zod",
			"../jobs/enqueue.ts",
			"../assistant/hand-to-people.ts",
			"../context.ts",
		],
		refused: [
			"../http.ts",
			"../queue.ts",
			"../index.ts",
			"hono",
			"twilio",
			"@cloudpbx/service-voice",
			"@cloudpbx/service-voice/rpc",
			"../../../voice/src/domain/call-paths.ts",
		],
	},
	{
		folder: "services/messaging/src/delivery",
		allowed: [
			"@cloudpbx/twilio/rest/messages",
			"drizzle-orm",
			"./attempt.ts",
			"../consent/opt-out-by-carrier.ts",
		],
		refused: ["../gate/store-attempts.ts", "../assistant/send-reply.ts", "../inbox/get-conversation.ts"],
	},
	{
		folder: "services/messaging/src/gate",
		allowed: ["../delivery/hand-over.ts", "../consent/answer-consent.ts", "drizzle-orm"],
		refused: ["../assistant/send-reply.ts", "../inbox/send-by-person.ts", "../rpc.ts"],
	},
	{
		folder: "services/campaigns/src/sending",
		allowed: ["../outcomes/move-recipients.ts", "drizzle-orm", "@cloudpbx/domain/pacing/slot-book"],
		refused: ["../planning/start-due.ts", "../reading/read-campaigns.ts", "../queue.ts"],
	},
	{
		folder: "services/admin/src/operations",
		allowed: ["../access/secret.ts", "../domain/principal.ts", "@cloudpbx/db/schema/admin"],
		refused: ["../routes/context.ts", "../http.ts", "../api.ts", "better-auth"],
	},
	{
		folder: "services/provisioning/src",
		allowed: ["@cloudpbx/twilio/rest/open-carrier", "cloudflare:workers", "./buying/buy-number.ts"],
		refused: ["twilio", "drizzle-orm", "@cloudpbx/service-admin/http", "../../admin/src/http.ts"],
	},
	{
		folder: "services/admin/src/routes",
		allowed: ["../operations/find-call.ts", "../access/guard.ts", "../api.ts", "hono/accepts", "zod"],
		refused: [
			"twilio",
			"twilio/lib/webhooks/webhooks.js",
			"@cloudpbx/twilio/rest/messages",
			"@cloudpbx/service-voice/rpc",
			"drizzle-orm",
			"../../../voice/src/rpc.ts",
		],
	},
	{
		folder: "services/admin/src/access",
		allowed: ["../domain/principal.ts", "better-auth/minimal", "drizzle-orm", "hono/cookie", "node:crypto"],
		refused: [
			"twilio",
			"@cloudpbx/twilio/rest/messages",
			"@cloudpbx/service-voice/rpc",
			"../operations/sign-in.ts",
			"../routes/auth.ts",
		],
	},
	{
		folder: "tools/evals/src",
		allowed: [
			"@cloudpbx/assistant/receptionist/reception",
			"@cloudpbx/local/demo-company",
			"../../simulator/src/workers-ai/run-model.ts",
		],
		refused: ["twilio", "@cloudpbx/db/open-db", "../../simulator/src/network.ts"],
	},
	{
		folder: "tools/doctor/src",
		allowed: [
			"@cloudpbx/domain/diagnosis/check",
			"@cloudpbx/local/declared-objects",
			"node:fs",
			"./examine.ts",
		],
		refused: [
			"@cloudpbx/twilio/rest/open-carrier",
			"@cloudpbx/service-admin/seed-access",
			"wrangler",
			"../../../packages/domain/src/phone-number.ts",
		],
	},
	{
		folder: "tools/simulator/src/twiml",
		allowed: ["hono", "saxes", "cloudflare:workers", "../messages/count-segments.ts"],
		refused: [
			"@cloudpbx/domain/phone-number",
			"twilio",
			"../../../../packages/domain/src/phone-number.ts",
			"../../../../services/voice/src/http.ts",
		],
	},
	{
		folder: "tools/simulator/pages/views",
		allowed: [
			"lit-html/directives/live.js",
			"../domain/format-time.ts",
			"../../src/messages/count-segments.ts",
		],
		refused: [
			"@cloudpbx/domain/phone-number",
			"../../src/twiml/read-twiml.ts",
			"../../../../packages/domain/src/phone-number.ts",
		],
	},
	{
		folder: "tools/simulator/test/twiml",
		allowed: ["twilio", "../../src/messages/count-segments.ts", "node:fs"],
		refused: ["@cloudpbx/twilio/webhook-signature", "../../../../packages/twilio/src/webhook-signature.ts"],
	},
	{
		folder: "tools/deploy/src/steps",
		allowed: [
			"@clack/prompts",
			"@cloudpbx/domain/public-address",
			"@cloudpbx/local/declared-objects",
			"@cloudpbx/service-admin/seed-access",
			"@cloudpbx/service-provisioning/seed-main-number",
			"@cloudpbx/twilio/rest/rented-numbers",
			"node:fs",
			"../deployment.ts",
		],
		refused: [
			"@cloudpbx/db/open-db",
			"@cloudpbx/service-admin/http",
			"@cloudpbx/service-voice/rpc",
			"drizzle-orm",
			"hono",
			"wrangler",
			"../../../../services/admin/src/access/seed-access.ts",
		],
	},
	{
		folder: "dashboard/src/pages",
		allowed: [
			"@cloudpbx/contracts/calls/calls",
			"hono",
			"hono/client",
			"lit-html",
			"lit-html/directives/repeat.js",
			"../main.ts",
		],
		refused: [
			"drizzle-orm",
			"@cloudpbx/db/open-db",
			"@cloudpbx/service-admin/http",
			"@cloudpbx/service-voice/rpc",
			"lit-html/directives/unsafe-html.js",
			"../../../services/admin/src/http.ts",
		],
	},
];

const probes = rooms.flatMap(({ folder, allowed, refused }) => [
	...allowed.map((source) => ({ folder, source, isRefused: false })),
	...refused.map((source) => ({ folder, source, isRefused: true })),
]);
const refusedFiles = lint(
	probes.map(({ folder, source }, index) => ({ file: fileOf(folder, index), source })),
);

it.each(probes.map((probe, index) => ({ ...probe, index, words: probe.isRefused ? "refuses" : "lets" })))(
	"$words $source in $folder",
	({ folder, index, isRefused }) => {
		expect(refusedFiles.has(fileOf(folder, index))).toBe(isRefused);
	},
);

function fileOf(folder: string, index: number): string {
	return `${folder}/probe-${index}.ts`;
}

function lint(files: { file: string; source: string }[]): Set<string> {
	const root = join(import.meta.dirname, "..", "..", "..", "..");
	const copy = mkdtempSync(join(tmpdir(), "cloudpbx-imports-"));
	try {
		copyFileSync(join(root, "biome.jsonc"), join(copy, "biome.jsonc"));
		for (const { file, source } of files) {
			mkdirSync(join(copy, file, ".."), { recursive: true });
			writeFileSync(join(copy, file), `import ${JSON.stringify(source)};\n`);
		}
		const { stdout } = spawnSync(
			join(root, "node_modules", ".bin", "biome"),
			[
				"lint",
				"--only=style/noRestrictedImports",
				"--vcs-enabled=false",
				"--max-diagnostics=none",
				"--reporter=json",
			],
			{ cwd: copy, encoding: "utf8", shell: process.platform === "win32" },
		);
		const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] };
		return new Set(diagnostics.map(({ location }) => location.path.replaceAll("\\", "/")));
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}
