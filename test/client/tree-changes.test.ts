import { describe, expect, test } from 'vitest';
import { findChanges, viewTrees, type TreeNode } from '../../client/src/views/model/index.ts';
import type { ContainerSummary } from '#core';
import { connected, container, replica } from './given.ts';

const tree = (...containers: ContainerSummary[]): readonly TreeNode[] =>
  viewTrees(connected({ containers })).containers.roots;
const shop = 'unix:///engine/project/shop';
const idOf = ({ id }: ContainerSummary): string => `unix:///engine/container/${id}`;

describe('what must be drawn again', () => {
  const web = replica('shop', 'web');
  const db = replica('shop', 'db');
  const lonely = container({ name: 'lonely' });

  test('nothing, when nothing that can be seen changed', () => {
    const later = { ...web, created: web.created };
    expect(findChanges(tree(web, db, lonely), tree(later, db, lonely))).toEqual([]);
  });

  test('nothing, when only the engine’s words about the time changed', () => {
    expect(findChanges(tree(lonely), tree({ ...lonely, status: 'Up 4 minutes' }))).toEqual([]);
  });

  test('one line, when one container changed', () => {
    const paused = { ...lonely, state: 'paused' as const };
    expect(findChanges(tree(web, lonely), tree(web, paused))).toEqual([idOf(lonely)]);
  });

  test('only the container, when its change does not show on its project', () => {
    const sick = { ...web, health: 'unhealthy' as const };
    expect(findChanges(tree(web, db), tree(sick, db))).toEqual([idOf(web)]);
  });

  test('the project and what is below, when its count changed too', () => {
    const stopped = { ...web, state: 'exited' as const };
    expect(findChanges(tree(web, db, lonely), tree(stopped, db, lonely))).toEqual([shop]);
  });

  test('the project, when a container came or went in it', () => {
    expect(findChanges(tree(web, lonely), tree(web, db, lonely))).toEqual([shop]);
  });

  test('everything, when a line on top came or went', () => {
    expect(findChanges(tree(web), tree(web, lonely))).toBe('all');
    expect(findChanges(tree(web, lonely), tree(web))).toBe('all');
  });
});
