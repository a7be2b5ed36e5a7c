import type { IncomingMessage } from 'node:http';
import { asObject, type Json, text } from './fields.ts';
import { path } from './paths.ts';
import type { CallOptions, ObjectKind } from './model.ts';
import type { Wire } from './wire.ts';

/** Everything after which a list looks different. Not the three events of each health probe, of which there are many. */
const actions = (
  'create start die stop restart pause unpause rename update destroy oom health_status ' +
  'connect disconnect remove prune pull tag untag delete import load'
).split(' ');
const filters = { type: ['container', 'image', 'volume', 'network'], event: actions };

/** Something changed on the engine: one container, or a kind of object. */
export type Change = { readonly kind: 'container'; readonly id: string } | { readonly kind: ObjectKind };

/** Subscribes; the engine filters. From the moment this resolves, no change is missed while the stream lives. */
export function openEvents(wire: Wire, options: CallOptions): Promise<IncomingMessage> {
  return wire.stream({ method: 'GET', path: path('events'), query: { filters }, options, deadline: 10_000 });
}

/** What to look at again after this event. An event of a shape that we do not know asks for nothing. */
export function changesOf(event: Json): readonly Change[] {
  const actor = asObject(event['Actor']) ?? {};
  const id = text(actor, 'ID');
  const action = text(event, 'Action');
  switch (text(event, 'Type')) {
    case 'container':
      return [id === '' ? { kind: 'container' } : { kind: 'container', id }];
    case 'image':
      return [{ kind: 'image' }];
    case 'volume':
      return [{ kind: 'volume' }];
    case 'network':
      return action === 'connect' || action === 'disconnect' ? joined(actor) : [{ kind: 'network' }];
    default:
      return [];
  }
}

/** A container that joins or leaves a network is drawn differently; the network itself is not. */
function joined(actor: Json): readonly Change[] {
  const id = text(asObject(actor['Attributes']) ?? {}, 'container');
  return id === '' ? [{ kind: 'container' }] : [{ kind: 'container', id }];
}
