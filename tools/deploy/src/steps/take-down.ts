import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { returnNumber } from "@cloudpbx/twilio/rest/rented-numbers";
import { deleteFlow, findFlow } from "@cloudpbx/twilio/rest/studio-flows";
import type { Resources } from "../configs/list-resources.ts";
import { nameOf } from "../configs/name-of.ts";
import type { Service } from "../configs/read-services.ts";
import { accountPath, type Deployment, databasePath } from "../deployment.ts";
import { Obstacle, type Step, step } from "../plan/step.ts";
import { askTwilio } from "./ask-twilio.ts";
import { fallbackName } from "./place-fallback.ts";

/** Gives all numbers back to Twilio; irreversible, so only on demand. */
export function releaseNumbers(deployment: Deployment): Step {
	const { cloudflare, twilio, facts } = deployment;
	return step<{ id: string; number: string; carrier_id: string }[]>({
		name: "Numbers",
		explain: ["Gives back every number that CloudPBX has on its books. Nobody can get one of them back."],
		find: async () => {
			if (!facts.databaseId) return [];
			const sql = "SELECT id, number, carrier_id FROM phone_numbers WHERE carrier_id IS NOT NULL";
			return cloudflare.query(databasePath(deployment), sql);
		},
		differs: (numbers) =>
			numbers.length === 0 ? null : `giving back ${numbers.map(({ number }) => number).join(", ")}`,
		apply: async (numbers) => {
			for (const { id, carrier_id } of numbers) {
				await askTwilio(returnNumber(openCarrier(twilio), carrier_id));
				await cloudflare.query(databasePath(deployment), "DELETE FROM phone_numbers WHERE id = ?", [id]);
			}
		},
	});
}

export function removeFallback({ answers, twilio }: Deployment): Step {
	const name = fallbackName(answers.prefix);
	return step<string | null>({
		name: "Fallback at Twilio",
		explain: [`Deletes the Studio flow "${name}".`],
		find: async () => (await askTwilio(findFlow(openCarrier(twilio), name)))?.flowSid ?? null,
		differs: (flowSid) => (flowSid ? "deleting it" : null),
		apply: async (flowSid) => {
			if (flowSid) await askTwilio(deleteFlow(openCarrier(twilio), flowSid));
		},
	});
}

export function removeWorkers(deployment: Deployment, services: readonly Service[]): Step {
	const names = services.map(({ config }) => nameOf(deployment.answers.prefix, config.name)).reverse();
	return removeEach(deployment, {
		name: "Workers",
		wanted: names,
		list: async () => {
			const scripts = await deployment.cloudflare.list<{ id: string }>(
				`${accountPath(deployment)}/workers/scripts`,
			);
			return scripts.map(({ id }) => id);
		},
		command: (name) => ["delete", name, "--force"],
	});
}

export function removeQueues(deployment: Deployment, { queues }: Resources): Step {
	return removeEach(deployment, {
		name: "Queues",
		wanted: queues,
		list: async () => {
			const path = `${accountPath(deployment)}/queues`;
			return (await deployment.cloudflare.list<{ queue_name: string }>(path)).map(
				({ queue_name }) => queue_name,
			);
		},
		command: (name) => ["queues", "delete", name],
	});
}

export function removeNamespaces(deployment: Deployment, { namespaces }: Resources): Step {
	const ids = new Map<string, string>();
	return removeEach(deployment, {
		name: "KV namespaces",
		wanted: Object.values(namespaces),
		list: async () => {
			const path = `${accountPath(deployment)}/storage/kv/namespaces`;
			const found = await deployment.cloudflare.list<{ id: string; title: string }>(path);
			for (const { id, title } of found) ids.set(title, id);
			return found.map(({ title }) => title);
		},
		command: (name) => [
			"kv",
			"namespace",
			"delete",
			"--namespace-id",
			ids.get(name) ?? "",
			"--skip-confirmation",
		],
	});
}

/** A bucket with files cannot be deleted; they are set to expire first. */
export function removeBuckets(deployment: Deployment, { buckets }: Resources): Step {
	const { wrangler, facts } = deployment;
	return removeEach(deployment, {
		name: "R2 buckets",
		wanted: buckets,
		list: async () => {
			const path = `${accountPath(deployment)}/r2/buckets`;
			return (await deployment.cloudflare.list<{ name: string }>(path)).map(({ name }) => name);
		},
		command: (name) => ["r2", "bucket", "delete", name],
		otherwise: async (name, error) => {
			if (!(error instanceof Obstacle) || !/not empty|10008/i.test(error.message)) throw error;
			const rule = [
				"r2",
				"bucket",
				"lifecycle",
				"add",
				name,
				"cloudpbx-destroy",
				"--expire-days",
				"1",
				"--force",
			];
			await wrangler(rule, facts.accountId);
			throw new Obstacle(
				`${name} still holds recordings or pictures. They expire within a day.`,
				"Run destroy again tomorrow.",
			);
		},
	});
}

export function removeDatabase(deployment: Deployment, { database }: Resources): Step {
	return removeEach(deployment, {
		name: "D1 database",
		wanted: [database],
		list: async () => {
			const path = `${accountPath(deployment)}/d1/database?name=${database}`;
			return (await deployment.cloudflare.list<{ name: string }>(path)).map(({ name }) => name);
		},
		command: (name) => ["d1", "delete", name, "--skip-confirmation"],
	});
}

interface Kind {
	name: string;
	wanted: readonly string[];
	list: () => Promise<string[]>;
	command: (name: string) => string[];
	otherwise?: (name: string, error: unknown) => Promise<void>;
}

function removeEach({ wrangler, facts }: Deployment, { name, wanted, list, command, otherwise }: Kind): Step {
	return step<string[]>({
		name,
		explain: [`Deletes ${wanted.join(", ")}.`],
		find: async () => {
			const there = new Set(await list());
			return wanted.filter((one) => there.has(one));
		},
		differs: (left) => (left.length === 0 ? null : `deleting ${left.join(", ")}`),
		apply: async (left) => {
			for (const one of left) {
				try {
					await wrangler(command(one), facts.accountId);
				} catch (error) {
					if (!otherwise) throw error;
					await otherwise(one, error);
				}
			}
		},
	});
}
