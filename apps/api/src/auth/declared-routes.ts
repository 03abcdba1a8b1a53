import type { OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ALLOWS, PUBLIC } from './allows.js';

type Handler = (...args: unknown[]) => unknown;

/** Deny by default, at boot: a route that declares neither an action nor that it is public stops the start. */
@Injectable()
export class DeclaredRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.routes().filter(({ handler }) => !this.isDeclared(handler));
    if (undeclared.length === 0) return;
    const names = undeclared.map(({ name }) => `  ${name}`).join('\n');
    throw new Error(`These routes declare no policy; give each @Allows(action) or @Public():\n${names}`);
  }

  private routes(): { name: string; handler: Handler }[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance as object) as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({
          name: `${metatype?.name ?? '?'}.${method}`,
          handler: prototype[method] as Handler,
        }))
        .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler));
    });
  }

  private isDeclared(handler: Handler): boolean {
    return this.reflector.get(ALLOWS, handler) !== undefined || this.reflector.get<boolean>(PUBLIC, handler);
  }
}
