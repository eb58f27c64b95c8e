import { measureDatabase } from "./measure-database.ts";

/** For tests: a counting database and counting queues (`…_QUEUE`), which deliver nothing. */
export function measureBindings<Env extends { DB: D1Database }>(env: Env) {
	const { database, cost } = measureDatabase(env.DB);
	const counted = Object.assign(cost, { queueSends: 0 });
	const queues = Object.keys(env)
		.filter((name) => name.endsWith("_QUEUE"))
		.map((name) => [name, countSends(counted)]);
	return { env: { ...env, ...Object.fromEntries(queues), DB: database } as Env, cost: counted };
}

function countSends(cost: { queueSends: number }): Queue {
	return {
		send: async () => {
			cost.queueSends += 1;
		},
		sendBatch: async (messages: Iterable<MessageSendRequest>) => {
			cost.queueSends += [...messages].length;
		},
	} as unknown as Queue;
}
