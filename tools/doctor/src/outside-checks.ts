import { clockToleranceSeconds } from "@cloudpbx/domain/diagnosis/carrier-checks";
import { type AnyCheck, defineCheck } from "@cloudpbx/domain/diagnosis/check";
import { listMissingObjects, type SchemaObject } from "@cloudpbx/local/declared-objects";
import type { DiagnosisSight, HealthSight } from "./ask-installation.ts";
import type { Installation } from "./get-installation.ts";
import type { ProbeTry } from "./try-probes.ts";

export interface OutsideFacts {
	installation: Installation;
	health: HealthSight;
	diagnosis: DiagnosisSight;
	tries: readonly ProbeTry[];
	/** From the migrations of this checkout. */
	declared: { objects: readonly SchemaObject[]; migrations: readonly string[] };
}

const ofProbe = { subject: ({ probe }: ProbeTry) => probe.id };

export const outsideChecks: readonly AnyCheck<OutsideFacts>[] = [
	defineCheck({
		id: "mesh_not_running",
		level: "error",
		check: ({ installation, health }: OutsideFacts) =>
			installation.isLocal && health.kind === "unreachable" ? [installation] : [],
		meaning: ({ url }: Installation) => `No local mesh answers at ${url}: nobody can call or text it.`,
		todo: () => "Run npm start; if it runs already, give doctor the same PORT and CLOUDPBX_DATA.",
	}),
	defineCheck({
		id: "address_unreachable",
		level: "error",
		check: ({ installation, health }: OutsideFacts) =>
			!installation.isLocal && health.kind === "unreachable" ? [installation] : [],
		meaning: ({ url }: Installation) => `${url} does not answer: nobody can sign in, and calls may fail.`,
		todo: () => "Check the address, and the domain and the Workers in the Cloudflare dashboard.",
	}),
	defineCheck({
		id: "address_strange",
		level: "error",
		check: ({ installation: { url }, health }: OutsideFacts) =>
			health.kind === "strange" ? [{ url, status: health.status }] : [],
		meaning: ({ url, status }: { url: string; status: number }) =>
			`Something else answers at ${url} (HTTP status ${status}), not CloudPBX: people cannot sign in, and calls may go nowhere.`,
		todo: () => `Check the address. ${blockedAddress}`,
	}),
	defineCheck({
		id: "worker_unhealthy",
		level: "error",
		check: ({ health }: OutsideFacts) =>
			health.kind === "answered" ? health.services.filter(({ isReady }) => !isReady) : [],
		subject: ({ service }: { service: string; message: string | null }) => service,
		meaning: ({ service, message }: { service: string; message: string | null }) =>
			`The Worker "${service}" cannot work: ${message ?? "it does not say why"}`,
		todo: () => "Do what the sentence says, or read that Worker's log.",
	}),
	defineCheck({
		id: "no_key",
		level: "error",
		check: ({ diagnosis, installation: { dataFolder } }: OutsideFacts) =>
			diagnosis.kind === "no_key" ? [{ dataFolder }] : [],
		meaning: ({ dataFolder }: { dataFolder: string | null }) =>
			`A mesh answers, and ${dataFolder} has no key for it: what is inside cannot be examined.`,
		todo: () => "Set CLOUDPBX_DATA to the state folder of the mesh that is running.",
	}),
	defineCheck({
		id: "key_refused",
		level: "error",
		check: ({ diagnosis }: OutsideFacts) => (diagnosis.kind === "key_refused" ? [{}] : []),
		meaning: () => "The API refuses the key: what is inside cannot be examined.",
		todo: () =>
			"Set CLOUDPBX_API_KEY to a key with every scope (Settings, API Keys), or CLOUDPBX_DATA to the folder of the mesh that is running.",
	}),
	defineCheck({
		id: "diagnosis_failed",
		level: "error",
		check: ({ diagnosis }: OutsideFacts) => (diagnosis.kind === "failed" ? [diagnosis] : []),
		meaning: ({ reason }: { reason: string }) =>
			`The Workers do not say how they are (${reason}): whether callers are served is unknown.`,
		todo: () => "Read the log of the Worker cloudpbx-admin (locally mesh.log in the state folder).",
	}),
	defineCheck({
		id: "migration_missing",
		level: "error",
		check: ({ diagnosis, declared }: OutsideFacts) => {
			const applied = diagnosis.kind === "known" ? diagnosis.diagnosis.database.migrations : null;
			return applied === null
				? []
				: declared.migrations.filter((name) => !applied.includes(name)).map((name) => ({ name }));
		},
		subject: ({ name }: { name: string }) => name,
		meaning: ({ name }: { name: string }) =>
			`The database lacks the migration ${name}: calls are served without what it brings, or fail.`,
		todo: () => "Run npm run deploy, which migrates first (locally: start the mesh anew).",
	}),
	defineCheck({
		id: "migration_unknown",
		level: "warning",
		check: ({ diagnosis, declared }: OutsideFacts) => {
			const applied = diagnosis.kind === "known" ? diagnosis.diagnosis.database.migrations : [];
			return applied.filter((name) => !declared.migrations.includes(name)).map((name) => ({ name }));
		},
		subject: ({ name }: { name: string }) => name,
		meaning: ({ name }: { name: string }) =>
			`The database has the migration ${name}, which this checkout does not know: it is older than what runs.`,
		todo: () => "Update this checkout before the next deployment.",
	}),
	...(["table", "trigger", "index", "view"] as const).map((type) =>
		defineCheck({
			id: `${type}_missing`,
			level: "error",
			check: ({ diagnosis, declared }: OutsideFacts) => {
				if (diagnosis.kind !== "known") return [];
				const { objects, migrations } = diagnosis.diagnosis.database;
				// Objects of a missing migration are not reported besides.
				const isComplete = declared.migrations.every((name) => migrations.includes(name));
				if (!isComplete) return [];
				const wanted = declared.objects.filter((object) => object.type === type);
				return listMissingObjects(wanted, objects).map((words) => ({ name: words.replace(`${type} `, "") }));
			},
			subject: ({ name }: { name: string }) => name,
			meaning: ({ name }: { name: string }) =>
				`The database lacks the ${type} ${name}: ${objectWords[type]}.`,
			todo: () =>
				"Restore the database to a moment before it was lost (Time Travel, docs/operations.md), or make it again as the migrations do.",
		}),
	),
	defineCheck({
		id: "webhook_unreachable",
		level: "error",
		check: ({ tries }: OutsideFacts) =>
			tries.filter(({ unsigned, signed }) => unsigned === null || signed === null),
		...ofProbe,
		meaning: ({ probe }: ProbeTry) => `${probe.url} does not answer: ${lost[probe.purpose]}.`,
		todo: () => `Check the address, the domain and the Worker in the Cloudflare dashboard. ${blockedAddress}`,
	}),
	defineCheck({
		id: "webhook_open",
		level: "error",
		check: ({ tries }: OutsideFacts) =>
			tries.filter(({ probe, unsigned }) => probe.isOurs && unsigned !== null && unsigned < 300),
		...ofProbe,
		meaning: ({ probe }: ProbeTry) =>
			`${probe.url} takes webhooks without a signature: anybody can forge calls and texts.`,
		todo: () => "Deploy again: no route of ours does so. If another program has this address, move it.",
	}),
	defineCheck({
		id: "webhook_strange",
		level: "error",
		check: ({ tries }: OutsideFacts) =>
			tries.filter(({ probe, unsigned }) =>
				probe.isOurs
					? unsigned !== null && unsigned >= 300 && unsigned !== 403
					: unsigned !== null && unsigned >= 500,
			),
		...ofProbe,
		meaning: ({ probe, unsigned }: ProbeTry) =>
			`${probe.url} answers as ours would not (HTTP status ${unsigned}): ${lost[probe.purpose]}.`,
		todo: () => `Check that the address leads to the right Worker. ${blockedAddress}`,
	}),
	defineCheck({
		id: "webhook_refused",
		level: "error",
		check: ({ tries }: OutsideFacts) =>
			tries.filter(
				({ unsigned, signed }) => unsigned === 403 && typeof signed === "number" && signed !== 200,
			),
		...ofProbe,
		meaning: ({ probe, signed }: ProbeTry) =>
			`${probe.url} refuses what Twilio would send (HTTP status ${signed}): ${lost[probe.purpose]}.`,
		todo: () => blockedAddress,
	}),
	defineCheck({
		id: "clock_skew",
		level: "warning",
		check: ({ diagnosis }: OutsideFacts) =>
			diagnosis.kind === "known" && Math.abs(diagnosis.aheadSeconds) > clockToleranceSeconds
				? [diagnosis]
				: [],
		meaning: ({ aheadSeconds }: { aheadSeconds: number }) =>
			`The Workers' clock is ${Math.abs(aheadSeconds)} s ${aheadSeconds > 0 ? "ahead of" : "behind"} this machine's: one of them is wrong, and quiet hours may be off.`,
		todo: () => "Set this machine's clock; if it is right, try again later.",
	}),
];

const blockedAddress =
	"Bot Fight Mode of the zone, or a Cloudflare Access application on the host, keeps Twilio out: switch them off for /ivr/* and /sms/*.";

const lost = {
	calls: "callers hear that an application error has occurred",
	fallback: "when our Workers fail, callers hear an error instead of being put through",
	texts: "texts are lost",
};

const objectWords = {
	table: "whatever is kept there is lost, and what needs it fails",
	trigger: "what it counts or protects is wrong from now on",
	index: "what it keeps unique or fast no longer is",
	view: "what reads it fails",
};
