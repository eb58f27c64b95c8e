import { measureDatabase } from "./measure-database.ts";

/** For tests: the same bindings, whose database and queues (`…_QUEUE`) count what they are asked for. */
export function measureBindings<Env extends { DB: D1Database }>(env: Env) {
	const { database, cost } = measureDatabase(env.DB);
	const counted = Object.assign(cost, { queueSends: 0 });
	const queues = Object.entries(env)
		.filter(([name]) => name.endsWith("_QUEUE"))
		.map(([name, queue]) => [name, measureQueue(queue as unknown as Queue, counted)]);
	return { env: { ...env, ...Object.fromEntries(queues), DB: database } as Env, cost: counted };
}

/** Counts messages, as Cloudflare bills them, in however many calls they are sent. */
function measureQueue(queue: Queue, cost: { queueSends: number }): Queue {
	return {
		send: (message: unknown, options?: QueueSendOptions) => {
			cost.queueSends += 1;
			return queue.send(message, options);
		},
		sendBatch: (messages: Iterable<MessageSendRequest>, options?: QueueSendBatchOptions) => {
			const list = [...messages];
			cost.queueSends += list.length;
			return queue.sendBatch(list, options);
		},
	} as Queue;
}
