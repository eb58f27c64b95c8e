import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { generateConfig, isPublic } from "../configs/generate-config.ts";
import { nameOf } from "../configs/name-of.ts";
import type { Service } from "../configs/read-services.ts";
import { writeConfig } from "../configs/write-config.ts";
import { accountPath, type Deployment, getFact } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";

interface Deployed {
	tag: string | null;
	secretNames: string[];
	/** Cloudflare's public host beside the routes; null: unknown. */
	subdomain: Subdomain | null;
	wanted: string;
}

interface Subdomain {
	enabled: boolean;
	previews_enabled: boolean;
}

const dashboardFolder = "dashboard/dist";

/** Deploys a Worker with its secrets, unless this version runs already. */
export function deployWorker(deployment: Deployment, service: Service): Step {
	const { answers, wrangler } = deployment;
	const { role, config } = service;
	const name = nameOf(answers.prefix, config.name);
	const folder = join(deployment.folder, role);
	const required = config.secrets?.required ?? [];
	const makeConfig = () => generateConfig(service, { answers, facts: generatedFacts(deployment) }, folder);
	return step<Deployed>({
		name: `Worker ${name}`,
		explain: explainWorker(service, deployment),
		find: async () => {
			const wanted = markOf(deployment, service, JSON.stringify(makeConfig()));
			return { ...(await findWorker(deployment, name)), wanted };
		},
		differs: ({ tag, secretNames, subdomain, wanted }) => {
			const missing = required.filter((secret) => !secretNames.includes(secret));
			const isOpen = subdomain !== null && isOpenElsewhere(service, subdomain, answers.baseUrl !== "");
			if (tag === wanted && missing.length === 0)
				return isOpen ? "closing addresses that lead around its own" : null;
			return tag === null ? "deploying it" : "deploying this version";
		},
		apply: async ({ secretNames, wanted }) => {
			const file = writeConfig(folder, makeConfig());
			const secrets = chooseSecrets(deployment, required, secretNames);
			await withSecretsFile(secrets, async (secretsFile) => {
				const flags = ["--config", file, "--tag", wanted, "--secrets-file", secretsFile];
				await wrangler(["deploy", ...flags], deployment.facts.accountId);
			});
		},
	});
}

/** A workers.dev host, or a version's host, would bypass Cloudflare Access and firewall rules. */
function isOpenElsewhere({ role }: Service, subdomain: Subdomain, isOnDomain: boolean): boolean {
	return subdomain.previews_enabled || (subdomain.enabled && (isOnDomain || !isPublic(role)));
}

function explainAddress(role: string, isOnDomain: boolean): string {
	if (!isPublic(role)) return "It has no address: only other Workers call it.";
	return isOnDomain
		? "It is reached on your domain alone: its address on workers.dev and those of single versions are off, also if somebody has switched them on."
		: "It is reached at its address on workers.dev; addresses of single versions are off.";
}

function explainWorker({ role, config }: Service, { answers }: Deployment): string[] {
	const { prefix, baseUrl } = answers;
	const calls = config.services?.map(({ service }) => nameOf(prefix, service)) ?? [];
	const required = config.secrets?.required ?? [];
	return [
		`Deploys it from a generated configuration, unless exactly this version is there${calls.length > 0 ? `; after ${[...new Set(calls)].join(", ")}, which it calls` : ""}.`,
		explainAddress(role, baseUrl !== ""),
		...(required.length > 0 ? [`Its secrets: ${required.join(", ")}.`] : []),
		...(required.includes("AUTH_SECRET")
			? ["AUTH_SECRET is made once and never changed: it signs people's sessions."]
			: []),
	];
}

function generatedFacts(deployment: Deployment) {
	return {
		addresses: getFact(deployment, "addresses"),
		zoneName: getFact(deployment, "zoneName"),
		databaseId: getFact(deployment, "databaseId"),
		namespaceIds: getFact(deployment, "namespaceIds"),
		fallbackUrl: getFact(deployment, "fallbackUrl"),
	};
}

/** Cloudflare keeps a tag of 25 characters with each version. */
const markLength = 24;

/** A hash of code, dashboard, configuration and credentials, kept as the version's tag. */
function markOf({ hashFolders, twilio }: Deployment, service: Service, config: string): string {
	const packages = join(repositoryRoot, "packages");
	const shared = readdirSync(packages).map((name) => join(packages, name, "src"));
	const assets = service.config.assets ? [join(repositoryRoot, dashboardFolder)] : [];
	const sources = hashFolders([join(service.folder, "src"), ...shared, ...assets]);
	const all = [sources, config, twilio.accountSid, twilio.authToken].join("\0");
	return createHash("sha256").update(all).digest("hex").slice(0, markLength);
}

async function findWorker(deployment: Deployment, name: string): Promise<Omit<Deployed, "wanted">> {
	const path = `${accountPath(deployment)}/workers/scripts/${name}`;
	const deployed = await deployment.cloudflare.get<{
		deployments: { versions: { version_id: string }[] }[];
	}>(`${path}/deployments`);
	const versionId = deployed?.deployments[0]?.versions[0]?.version_id;
	if (!versionId) return { tag: null, secretNames: [], subdomain: null };
	const version = await deployment.cloudflare.get<{ annotations?: Record<string, string> }>(
		`${path}/versions/${versionId}`,
	);
	const secrets = (await deployment.cloudflare.get<{ name: string }[]>(`${path}/secrets`)) ?? [];
	return {
		tag: version?.annotations?.["workers/tag"] ?? "",
		secretNames: secrets.map(({ name: secret }) => secret),
		subdomain: await deployment.cloudflare.get<Subdomain>(`${path}/subdomain`),
	};
}

/** Secrets that are not sent stay as they are. */
function chooseSecrets(
	{ twilio, makeSecret }: Deployment,
	required: readonly string[],
	present: readonly string[],
): Record<string, string> {
	const values: Record<string, () => string> = {
		TWILIO_ACCOUNT_SID: () => twilio.accountSid,
		TWILIO_AUTH_TOKEN: () => twilio.authToken,
	};
	if (!present.includes("AUTH_SECRET")) values.AUTH_SECRET = makeSecret;
	const entries = required.flatMap((name) => (values[name] ? [[name, values[name]()] as const] : []));
	return Object.fromEntries(entries);
}

/** wrangler reads secrets from a file, which exists for its run only. */
async function withSecretsFile(
	secrets: Record<string, string>,
	work: (file: string) => Promise<void>,
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "cloudpbx-secrets-"));
	try {
		const file = join(folder, "secrets.json");
		writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
		await work(file);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
