package dev.kspm.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResourceKeyTest {
  @Test
  void keysOfObjects() {
    assertThat(ResourceKey.object("c", "apps", "Deployment", "shop", "web").value())
        .isEqualTo("c/apps/Deployment/shop/web");
    assertThat(ResourceKey.object("c", "", "Pod", "shop", "web-1").value())
        .isEqualTo("c/core/Pod/shop/web-1");
    assertThat(
            ResourceKey.object("c", "rbac.authorization.k8s.io", "ClusterRole", "", "admin")
                .value())
        .isEqualTo("c/rbac.authorization.k8s.io/ClusterRole//admin");
    assertThat(ResourceKey.node("c", "n1").value()).isEqualTo("c/node/n1");
  }

  @Test
  void armIdsDoNotDistinguishCase() {
    assertThat(ResourceKey.arm("/subscriptions/A/resourceGroups/B"))
        .isEqualTo(ResourceKey.arm("/subscriptions/a/resourcegroups/b"));
  }

  @Test
  void onlyKeysInAClusterFollowIt() {
    assertThat(ResourceKey.node("uid", "n").movedTo("arn")).isEqualTo(ResourceKey.node("arn", "n"));
    assertThat(ResourceKey.arn("arn:aws:x").movedTo("c")).isEqualTo(ResourceKey.arn("arn:aws:x"));
  }

  @Test
  void inputAddsUp() {
    InputAccount.Count count = new InputAccount.Count(10, 7, 3);
    assertThat(count.plus(count)).isEqualTo(new InputAccount.Count(20, 14, 6));
    assertThatThrownBy(() -> new InputAccount.Count(10, 7, 2))
        .hasMessage("read 10 is not used 7 + skipped 2");
  }
}
