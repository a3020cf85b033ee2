package dev.kspm;

import dev.kspm.resource.ClusterIdentity;
import dev.kspm.resource.Completeness;
import dev.kspm.resource.Hole;
import dev.kspm.resource.InputAccount;
import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSink;

/** Tells a listener how many resources have gone by. */
final class CountingSink implements ResourceSink {
  private final ResourceSink target;
  private final ScanListener listener;
  private long resources;

  CountingSink(ResourceSink target, ScanListener listener) {
    this.target = target;
    this.listener = listener;
  }

  @Override
  public void resource(Resource resource) {
    target.resource(resource);
    listener.read(++resources);
  }

  @Override
  public void hole(Hole hole) {
    target.hole(hole);
  }

  @Override
  public void completeness(Completeness completeness) {
    target.completeness(completeness);
  }

  @Override
  public void cluster(ClusterIdentity cluster) {
    target.cluster(cluster);
  }

  @Override
  public void input(InputAccount account) {
    target.input(account);
  }
}
